/// All series of one metric name.
struct MetricFamily: Sendable {
  enum Kind: String { case counter, gauge, histogram }

  struct Histogram: Sendable {
    var counts = [Int](repeating: 0, count: MetricFamily.bounds.count + 1)
    var sum = 0.0
    var total = 0

    mutating func add(_ milliseconds: Double, in bucket: Int) {
      counts[bucket] += 1
      sum += milliseconds
      total += 1
    }
  }

  /// Upper bounds of the histogram's buckets, in milliseconds.
  static let bounds: [Double] = [1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000]

  let kind: Kind
  let help: String
  private var values: [[String: String]: Double] = [:]
  private var histograms: [[String: String]: Histogram] = [:]

  init(kind: Kind, help: String) {
    self.kind = kind
    self.help = help
  }

  mutating func add(_ amount: Double, labels: [String: String]) {
    values[labels, default: 0] += amount
  }

  mutating func set(_ value: Double, labels: [String: String]) {
    values[labels] = value
  }

  mutating func observe(_ milliseconds: Double, labels: [String: String]) {
    let bucket = Self.bounds.firstIndex { milliseconds <= $0 } ?? Self.bounds.count
    histograms[labels, default: Histogram()].add(milliseconds, in: bucket)
  }

  func value(labels: [String: String]) -> Double? { values[labels] }

  var mean: Double {
    let total = histograms.values.reduce(0) { $0 + $1.total }
    return total == 0 ? 0 : histograms.values.reduce(0) { $0 + $1.sum } / Double(total)
  }

  func head(name: String) -> String {
    (help.isEmpty ? "" : "# HELP \(name) \(help)\n") + "# TYPE \(name) \(kind.rawValue)\n"
  }

  /// The series as lines, each with the extra label in front unless it is empty.
  func lines(name: String, extra: String) -> String {
    var text = ""
    for (labels, value) in Self.rendered(values) {
      text += "\(name)\(Self.braced(extra, labels)) \(Self.number(value))\n"
    }
    for (labels, histogram) in Self.rendered(histograms) {
      text += Self.text(name: name, labels: [extra, labels].filter { !$0.isEmpty }.joined(separator: ","), histogram)
    }
    return text
  }

  private static func text(name: String, labels: String, _ histogram: Histogram) -> String {
    let prefix = labels.isEmpty ? "" : labels + ","
    var text = ""
    var cumulative = 0
    for (index, count) in histogram.counts.enumerated() {
      cumulative += count
      let bound = index < bounds.count ? number(bounds[index]) : "+Inf"
      text += "\(name)_bucket{\(prefix)le=\"\(bound)\"} \(cumulative)\n"
    }
    let suffix = braced(labels)
    return text + "\(name)_sum\(suffix) \(number(histogram.sum))\n\(name)_count\(suffix) \(histogram.total)\n"
  }

  private static func braced(_ labels: String...) -> String {
    let present = labels.filter { !$0.isEmpty }.joined(separator: ",")
    return present.isEmpty ? "" : "{\(present)}"
  }

  private static func number(_ value: Double) -> String {
    Int64(exactly: value).map(String.init) ?? "\(value)"
  }

  private static func rendered<Value>(_ series: [[String: String]: Value]) -> [(labels: String, value: Value)] {
    series.map { (render($0.key), $0.value) }.sorted { $0.labels < $1.labels }
  }

  private static func render(_ labels: [String: String]) -> String {
    labels.sorted { $0.key < $1.key }
      .map { "\($0.key)=\"\(escaped($0.value))\"" }
      .joined(separator: ",")
  }

  private static func escaped(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}
