import Observability
import Testing

@Suite struct MetricRegistryTests {
  @Test("Counters, gauges and histograms are written in Prometheus' text format")
  func text() {
    let metrics = MetricRegistry()

    metrics.increment("perform_requests_total", labels: ["route": "a\"b"], help: "Requests.")
    metrics.set("voice_pool_current_size", to: 3)
    metrics.observe("perform_latency_ms", milliseconds: 7)

    let text = metrics.text()
    #expect(text.contains("# HELP perform_requests_total Requests.\n# TYPE perform_requests_total counter\n"))
    #expect(text.contains(#"perform_requests_total{route="a\"b"} 1"#))
    #expect(text.contains("voice_pool_current_size 3\n"))
    #expect(text.contains("perform_latency_ms_bucket{le=\"5\"} 0\nperform_latency_ms_bucket{le=\"10\"} 1\n"))
    #expect(text.contains("perform_latency_ms_bucket{le=\"+Inf\"} 1\nperform_latency_ms_sum 7\n"))
    #expect(text.contains("perform_latency_ms_count 1\n"))
  }

  @Test("A histogram's mean is over all its labels")
  func mean() {
    let metrics = MetricRegistry()

    metrics.observe("x_ms", milliseconds: 10, labels: ["a": "1"])
    metrics.observe("x_ms", milliseconds: 30, labels: ["a": "2"])

    #expect(metrics.mean("x_ms") == 20)
  }

  @Test("A computed gauge shows the value at the time of reading")
  func computed() {
    let metrics = MetricRegistry()

    metrics.compute("answer", help: "Always.") { 42 }

    #expect(metrics.text().contains("answer 42\n"))
  }

  @Test("Several services' metrics are one exposition: each name once, each series with its service")
  func aggregate() {
    let voice = MetricRegistry()
    let perform = MetricRegistry()
    voice.increment("http_requests_total", labels: ["route": "/a"])
    perform.increment("http_requests_total", by: 2)
    perform.observe("tts_latency_ms", milliseconds: 4)

    let text = MetricRegistry.text(of: [("voice", voice), ("perform", perform)])

    #expect(
      text.hasPrefix(
        """
        # TYPE http_requests_total counter
        http_requests_total{service="voice",route="/a"} 1
        http_requests_total{service="perform"} 2
        # TYPE tts_latency_ms histogram
        tts_latency_ms_bucket{service="perform",le="1"} 0

        """))
    #expect(text.hasSuffix("tts_latency_ms_count{service=\"perform\"} 1\n"))
  }
}
