// swift-tools-version: 6.2
import Foundation
import PackageDescription

// Every target is a folder with a fixed place, so the helpers below derive the path from the name and
// give all of them the same settings. A new library, plugin or test suite is one line in its list.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Folders may hold a README for people; the compiler is told to leave it alone.
func documents(in path: String) -> [String] {
  FileManager.default.fileExists(atPath: "\(Context.packageDirectory)/\(path)/README.md") ? ["README.md"] : []
}

func library(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Libraries/\(name)", exclude: documents(in: "Libraries/\(name)"),
    resources: resources,
    swiftSettings: strict)
}

/// A library that computes for every sample of a sound: optimised in debug builds too, where it would otherwise be
/// several times slower.
func signalLibrary(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  let optimized = SwiftSetting.unsafeFlags(["-O"], .when(configuration: .debug))
  return .target(
    name: name, dependencies: dependencies, path: "Libraries/\(name)", swiftSettings: strict + [optimized])
}

func cDoor(_ name: String, pkgConfig: String? = nil, apt: String) -> Target {
  .systemLibrary(name: name, path: "Libraries/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

/// A part of a service: `Services/<service>/<folder>`.
func part(
  _ service: String, _ folder: String, _ name: String, _ dependencies: [Target.Dependency],
  resources: [Resource] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Services/\(service)/\(folder)",
    exclude: documents(in: "Services/\(service)/\(folder)"),
    resources: resources, swiftSettings: strict)
}

func plugin(
  _ service: String, _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []
) -> Target {
  let prefix = service.prefix(1).uppercased() + service.dropFirst()
  return part(
    service, "Plugins/\(name)", prefix + name,
    ["\(prefix)Core", "ServiceHost"].map { .byName(name: $0) } + dependencies,
    resources: resources)
}

func program(_ name: String, path: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: dependencies, path: path, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], path: "Tests/\(name)", resources: resources,
    swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let jwt = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioFoundation = Target.Dependency.product(name: "NIOFoundationCompat", package: "swift-nio")

let libraries: [Target] = [
  .target(
    name: "CCurl", path: "Libraries/CCurl", publicHeadersPath: "include", linkerSettings: [.linkedLibrary("curl")]),
  .target(name: "CSpawn", path: "Libraries/CSpawn", publicHeadersPath: "include"),
  cDoor("CHiredis", apt: "libhiredis-dev"),
  cDoor("CMpg123", pkgConfig: "libmpg123", apt: "libmpg123-dev"),
  cDoor("CLame", pkgConfig: "lame", apt: "libmp3lame-dev"),
  cDoor("CEbur128", pkgConfig: "libebur128", apt: "libebur128-dev"),
  cDoor("CStemmer", apt: "libstemmer-dev"),
  cDoor("CArgon2", pkgConfig: "libargon2", apt: "libargon2-dev"),
  cDoor("CCrypt", apt: "libcrypt-dev"),

  library("Capabilities"),
  library("Schemas"),
  library("ServiceConfiguration", [configuration]),
  library("Observability", ["Capabilities", logging]),
  library("OutboundHTTP", ["CCurl", "Observability", logging]),
  library("Redis", ["CHiredis", nioCore, nioPosix, logging]),
  library("Persistence", ["Capabilities", grdb, logging]),
  library("PasswordHashing", ["CArgon2", "CCrypt", "Capabilities"]),
  library("Stemming", ["CStemmer"], resources: [.copy("Languages")]),
  library("RateLimiting", ["Capabilities"]),
  library("Tokens", ["Capabilities", "Schemas", jwt, crypto]),
  library(
    "ServiceHTTP",
    [
      "Capabilities", "Schemas", "Observability", "RateLimiting", "Tokens", hummingbird, jwt, httpTypes, nioCore,
      logging,
    ]),
  library(
    "ServiceHost",
    [
      "Capabilities", "ServiceConfiguration", "ServiceHTTP", "Persistence", "OutboundHTTP", "Redis", "Tokens",
      "ServiceClients", "RateLimiting", "Observability", "Schemas", hummingbird, jwt, lifecycle,
      unixSignals, hummingbirdTLS, nioSSL, nioCore, logging,
    ]),
  library("ServiceClients", ["Schemas", "OutboundHTTP", "Observability", "Tokens", "Capabilities"]),
  signalLibrary("AudioCodecs", ["CMpg123", "CLame"]),
  library("AudioLoudness", ["CEbur128"]),
  signalLibrary("AudioMixing", ["AudioCodecs", "AudioLoudness"]),
  library("Ambience", resources: [.copy("Recordings")]),
  library("ChildProcesses", ["CSpawn"]),
  signalLibrary(
    "AudioIngest",
    [
      "AudioCodecs", "AudioLoudness", "AudioMixing", "Capabilities", "ChildProcesses", "Schemas", "VoiceMatching",
      crypto,
    ]),
  library("Resilience", ["Capabilities", "Redis"]),
  library("SpeechProviders", ["OutboundHTTP", "Schemas"]),
  library("ElevenLabsSpeech", ["SpeechProviders", "OutboundHTTP", logging]),
  library("OpenAICompatibleSpeech", ["SpeechProviders", "OutboundHTTP"]),
  signalLibrary("VoiceMatching", ["Schemas"]),
  library("LocalSpeech", ["SpeechProviders", "AudioCodecs", "ChildProcesses", "VoiceMatching", "Schemas"]),
  library("TextProviders", ["OutboundHTTP"]),
  library("GeminiText", ["TextProviders", "OutboundHTTP", logging]),
  library("OpenAICompatibleText", ["TextProviders", "OutboundHTTP"]),
  library("TemplateText", ["TextProviders", "Capabilities"], resources: [.copy("Frames")]),
]

let authPlugin: [Target.Dependency] = [
  "Capabilities", "Observability", "Persistence", "RateLimiting", "Schemas", "ServiceClients", "ServiceConfiguration",
  "ServiceHTTP", grdb, hummingbird, httpTypes, logging,
]

let auth: [Target] = [
  part(
    "auth", "Core", "AuthCore",
    [
      "Capabilities", "Schemas", "Observability", "RateLimiting", "ServiceConfiguration", "ServiceHTTP", "ServiceHost",
      grdb,
    ]),
  plugin("auth", "Audit", authPlugin),
  plugin("auth", "ActivationCodes", authPlugin),
  plugin("auth", "Tokens", authPlugin + ["Tokens", jwt, crypto]),
  plugin("auth", "Settings", authPlugin),
  plugin(
    "auth", "Accounts", authPlugin + ["PasswordHashing"], resources: [.embedInCode("CommonPasswords.txt")]),
  part(
    "auth", "Host", "AuthHost",
    ["AuthAudit", "AuthActivationCodes", "AuthTokens", "AuthSettings", "AuthAccounts", "ServiceClients", "ServiceHost"]),
  program("auth", path: "Services/auth/Main", ["AuthHost", "ServiceHost"]),
]

let voice: [Target] = [
  part(
    "voice", "Core", "VoiceCore",
    [
      "Capabilities", "Schemas", "ServiceConfiguration", "ServiceHTTP", "ServiceHost", "SpeechProviders",
      "RateLimiting",
      lifecycle, logging,
    ]),
  part(
    "voice", "Serving", "VoiceServing", ["VoiceCore", "ServiceHTTP", "Observability", hummingbird, httpTypes, nioCore]),
  plugin("voice", "Storage", ["Persistence", "ServiceConfiguration", crypto, grdb, logging]),
  plugin("voice", "Speech", ["ElevenLabsSpeech", "Observability"]),
  plugin("voice", "Pool", [hummingbird, lifecycle, logging]),
  plugin("voice", "Clones", [crypto, hummingbird, lifecycle, logging]),
  plugin(
    "voice", "Upload",
    ["VoiceServing", "AudioCodecs", "AudioIngest", "ChildProcesses", httpTypes, hummingbird, nioCore, logging]),
  plugin("voice", "Recordings", ["VoiceServing", "AudioCodecs", "Tokens", crypto, httpTypes, hummingbird, logging]),
  plugin("voice", "Ambient", ["Ambience", "AudioCodecs", "AudioMixing", hummingbird, httpTypes]),
  plugin("voice", "Notes", ["VoiceServing", "AudioCodecs", hummingbird, lifecycle, nioCore, logging]),
  part(
    "voice", "Host", "VoiceHost",
    [
      "VoiceStorage", "VoiceSpeech", "VoicePool", "VoiceClones", "VoiceUpload", "VoiceRecordings", "VoiceNotes",
      "VoiceAmbient", "ServiceHost",
    ]),
  program("voice", path: "Services/voice/Main", ["VoiceHost"]),
]

let perform: [Target] = [
  part(
    "perform", "Core", "PerformCore",
    ["AudioCodecs", "Capabilities", "Schemas", "ServiceHost", "SpeechProviders", "TextProviders", crypto]),
  plugin("perform", "Routines", [], resources: [.copy("Routines")]),
  plugin(
    "perform", "Prompt", ["Stemming", "GeminiText", "OpenAICompatibleText", "TemplateText", "Resilience", "Redis"],
    resources: [.copy("Prompts")]),
  plugin("perform", "Synth", ["ElevenLabsSpeech", "LocalSpeech", "OpenAICompatibleSpeech", "Resilience", logging]),
  plugin("perform", "Mixing", ["AudioMixing", "AudioCodecs", "Ambience"]),
  plugin("perform", "Provenance", ["AudioCodecs", "RateLimiting", crypto, httpTypes, hummingbird]),
  plugin("perform", "Performance", ["Redis", crypto]),
  plugin("perform", "Thoughts", ["Schemas", "ServiceHTTP", "TextProviders", hummingbird, httpTypes]),
  part(
    "perform", "Host", "PerformHost",
    [
      "PerformRoutines", "PerformPrompt", "PerformSynth", "PerformMixing", "PerformProvenance", "PerformPerformance",
      "PerformThoughts",
      "ServiceHost",
    ]),
  program("perform", path: "Services/perform/Main", ["PerformHost"]),
]

let billingPlugin: [Target.Dependency] = [
  "Capabilities", "Observability", "Persistence", "Schemas", "ServiceConfiguration", "ServiceHTTP", grdb, hummingbird,
  lifecycle, logging,
]

let billing: [Target] = [
  part("billing", "Core", "BillingCore", ["Capabilities", "Schemas", "ServiceHost"]),
  plugin("billing", "ModelCost", billingPlugin, resources: [.copy("Costs")]),
  plugin("billing", "CharCount", billingPlugin),
  plugin("billing", "MonthlyReset", billingPlugin),
  part(
    "billing", "Host", "BillingHost",
    ["BillingModelCost", "BillingCharCount", "BillingMonthlyReset", "ServiceClients", "ServiceHost"]),
  program("billing", path: "Services/billing/Main", ["BillingHost", "ServiceHost"]),
]

let allInOne: [Target] = [
  part(
    "all", "Composition", "AllInOne",
    ["AuthHost", "VoiceHost", "PerformHost", "BillingHost", "ServiceHost", lifecycle, unixSignals, logging]),
  part("all", "Demo", "MainJob", ["Capabilities", "Observability", "OutboundHTTP", "Schemas"]),
  program("all", path: "Services/all/Main", ["AllInOne", "MainJob", argumentParser]),
]

let testing: [Target] = [
  .target(
    name: "TestSupport",
    dependencies: [
      "Capabilities", "OutboundHTTP", "Redis", "ServiceHost", "ServiceHTTP", "Schemas", "ServiceClients", "Tokens",
      "Observability", "RateLimiting", hummingbird, httpTypes, jwt, crypto, lifecycle, nioCore, nioPosix, nioHTTP1,
      logging,
    ], path: "Tests/TestSupport", resources: [.copy("Fixtures")], swiftSettings: strict),
  .target(
    name: "ProviderEmulator", dependencies: [hummingbird, logging, nioCore, nioFoundation],
    path: "Tests/ProviderEmulator", exclude: ["Main", "README.md"], swiftSettings: strict),
  program("provider-emulator", path: "Tests/ProviderEmulator/Main", ["ProviderEmulator", argumentParser]),
  .target(
    name: "PerformGreeting",
    dependencies: ["Schemas", "ServiceConfiguration", "ServiceHTTP", "ServiceHost", httpTypes],
    path: "Tests/Examples/Greeting", swiftSettings: strict),
  tests(
    "LibraryTests",
    [
      "PerformGreeting", "OutboundHTTP", "ServiceClients", httpTypes,
      "ServiceHost", "ServiceHTTP", "Observability", "ServiceConfiguration", "Persistence", "Tokens", "RateLimiting",
      "Capabilities", "Schemas", grdb, jwt, logging, hummingbird, nioCore,
    ]),
  tests(
    "OutboundTests",
    [
      "OutboundHTTP", "Redis", "GeminiText", "ElevenLabsSpeech", "SpeechProviders", "ProviderEmulator", "Capabilities",
      "Resilience", "OpenAICompatibleSpeech",
    ]),
  tests(
    "AudioTests",
    [
      "AudioCodecs", "AudioLoudness", "AudioMixing", "AudioIngest", "ChildProcesses", "LocalSpeech", "SpeechProviders",
      "VoiceMatching", "Schemas",
    ]),
  program(
    "performance-benchmark", path: "Tests/Benchmarks/Performance",
    [
      "AudioCodecs", "MainJob", "Observability", "OutboundHTTP", "ProviderEmulator", "Schemas", "TestSupport", "all",
    ]),
  program(
    "ledger-benchmark", path: "Tests/Benchmarks/Ledger",
    ["BillingCharCount", "BillingCore", "Capabilities", "Observability", "Persistence", "Schemas", logging]),
  program(
    "ingest-benchmark", path: "Tests/Benchmarks/Ingest", ["AudioIngest", "OutboundHTTP", "TestSupport", "voice"]),
  program(
    "local-speech-benchmark", path: "Tests/Benchmarks/LocalSpeech",
    ["AudioCodecs", "AudioIngest", "LocalSpeech", "Schemas", "SpeechProviders", "VoiceMatching"]),
  program("mixing-benchmark", path: "Tests/Benchmarks/Mixing", ["AudioMixing", "AudioCodecs"]),
  tests(
    "AuthTests",
    [
      "AuthHost", "AuthCore", "AuthAudit", "AuthActivationCodes", "AuthTokens", "AuthSettings", "AuthAccounts",
      "PasswordHashing", "Persistence", "ServiceHost", "ServiceHTTP", "ServiceClients", "Schemas", "Tokens",
      "Capabilities", "OutboundHTTP", "RateLimiting", "ServiceConfiguration", jwt, crypto, grdb, httpTypes,
    ]),
  tests(
    "VoiceTests",
    [
      "VoiceHost", "VoiceCore", "VoiceServing", "VoiceStorage", "VoiceSpeech", "VoicePool", "VoiceClones",
      "VoiceUpload", "VoiceRecordings", "VoiceNotes", "AudioIngest", "ProviderEmulator", "voice", grdb,
    ]),
  tests(
    "PerformTests",
    [
      "PerformHost", "PerformCore", "PerformRoutines", "PerformPrompt", "PerformSynth", "PerformMixing",
      "PerformProvenance", "PerformPerformance", "BillingHost", "BillingCore", "VoiceHost", "ProviderEmulator",
      "AudioCodecs", "OutboundHTTP",
      "Observability", "ServiceHost", "ServiceHTTP", "ServiceClients", "Schemas", "Capabilities", "Redis",
      "SpeechProviders", "Resilience", "Stemming", "TextProviders", "GeminiText", "OpenAICompatibleText",
      "TemplateText", "CStemmer", hummingbird, httpTypes, logging,
    ], resources: [.copy("Corpus")]),
  tests(
    "BillingTests",
    [
      "BillingHost", "BillingCore", "BillingModelCost", "BillingCharCount", "BillingMonthlyReset", "Observability",
      "Persistence", "ServiceHost", "ServiceClients", "Schemas", "OutboundHTTP", grdb, logging,
    ]),
  tests(
    "EmulatorTests", ["ProviderEmulator", "ElevenLabsSpeech", "OutboundHTTP", "SpeechProviders"],
    resources: [.copy("Schemas"), .copy("sdk")]),
  tests(
    "DeploymentTests",
    ["ChildProcesses", "OutboundHTTP", "Schemas", "ServiceClients", "ServiceConfiguration"]),
  tests(
    "EndToEndTests",
    [
      "AllInOne", "AudioLoudness", "Capabilities", "OutboundHTTP", "ProviderEmulator", "Schemas", "ServiceClients",
      "ServiceConfiguration", "ServiceHTTP", "ServiceHost", "auth", "voice", "perform", "billing", "all", grdb,
      httpTypes,
    ]),
]

let package = Package(
  name: "voicememos",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-configuration", exact: "1.4.0"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
  ],
  targets: libraries + auth + voice + perform + billing + allInOne + testing,
  swiftLanguageModes: [.v6]
)
