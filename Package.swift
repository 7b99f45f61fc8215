// swift-tools-version: 6.2
import PackageDescription

/// One set of rules for every target: Swift 6 mode, unsafe code marked, warnings are errors.
let houseRules: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: houseRules)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: houseRules)
}

let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
    .product(name: "NIOHTTP1", package: "swift-nio"),
]

let package = Package(
    name: "bedrock-doctor",
    platforms: [.macOS(.v26)],
    products: [
        .executable(name: "doctor", targets: ["doctor"]),
        .library(name: "Codes", targets: ["Codes"]),
        .library(name: "WireText", targets: ["WireText"]),
        .library(name: "JSONText", targets: ["JSONText"]),
        .library(name: "SigV4", targets: ["SigV4"]),
        .library(name: "SignatureForensics", targets: ["SignatureForensics"]),
        .library(name: "ServerClock", targets: ["ServerClock"]),
        .library(name: "EventStream", targets: ["EventStream"]),
        .library(name: "NetworkTerms", targets: ["NetworkTerms"]),
        .library(name: "HTTPTransport", targets: ["HTTPTransport"]),
        .library(name: "ConverseAPI", targets: ["ConverseAPI"]),
        .library(name: "Converse", targets: ["Converse"]),
        .library(name: "Recordings", targets: ["Recordings"]),
        .library(name: "MockBedrock", targets: ["MockBedrock"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", .upToNextMinor(from: "1.8.2")),
        .package(url: "https://github.com/apple/swift-nio", .upToNextMinor(from: "2.101.2")),
        .package(url: "https://github.com/apple/swift-nio-http2", .upToNextMinor(from: "1.46.0")),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", .upToNextMinor(from: "2.13.0")),
        .package(url: "https://github.com/swiftlang/swift-subprocess", .upToNextMinor(from: "1.0.2")),
        .package(url: "https://github.com/apple/swift-system", .upToNextMinor(from: "1.8.1")),
    ],
    targets: [
        // Boundaries to C: a module map and a commented shim, nothing else.
        .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLibSSL", pkgConfig: "libssl", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        // libcurl is loaded when it is first needed, and so needs more than a module map.
        .target(name: "CCurl"),

        // Pure libraries.
        library("Codes"),
        library("WireText"),
        library("Deflate", ["CZlib"]),
        library("JSONText", ["WireText"]),
        library("TOMLText", ["WireText", "JSONText"]),
        library("SigV4", ["WireText", "CLibCrypto"]),
        library("Catalog", ["WireText", "JSONText"]),
        library("SignatureForensics", ["Deflate", "WireText", "Codes", "Catalog", "SigV4"]),
        library("ServerClock", ["WireText"]),
        library("EventStream"),
        library("NetworkTerms"),
        library("Report", ["WireText", "Codes", "JSONText"]),
        library("ConverseAPI", ["WireText", "JSONText", "EventStream"]),
        // Reads names out of texts, so it needs to know the forms of ids and which are whole; it knows no code and no cause.
        library("Evidence", ["WireText", "JSONText", "EventStream", "Catalog"]),
        .target(name: "ServiceModel", exclude: ["generate.py", "generator"], swiftSettings: houseRules),
        library("RequestRules", ["WireText", "Codes", "ServiceModel", "JSONText", "Catalog"]),

        // The client's side.
        library("HTTPTransport", ["NetworkTerms", "WireText", "CCurl"]),
        library(
            "Converse",
            [
                "NetworkTerms", "WireText", "ConverseAPI", "JSONText", "SigV4", "ServerClock", "EventStream",
                "HTTPTransport",
            ]),

        // The judge's side: it never imports the client's.
        library("Recordings", ["WireText", "JSONText", "EventStream"]),
        library("RecordingImport", ["Deflate", "WireText", "Recordings", "JSONText", "EventStream", "CYAML"]),
        library(
            "MockBedrock",
            [
                "WireText", "Codes", "JSONText", "SigV4", "SignatureForensics", "EventStream", "Recordings",
                "RequestRules", "Catalog", "CLibSSL",
            ] + nio
                + [
                    .product(name: "NIOHPACK", package: "swift-nio-http2"),
                    .product(name: "NIOHTTP2", package: "swift-nio-http2"),
                ]),

        // Facts in, findings out.
        library(
            "Diagnosis",
            [
                "NetworkTerms",
                "WireText", "Codes", "Evidence", "Catalog", "Report", "JSONText", "SigV4", "SignatureForensics",
                "ServerClock",
                "ConverseAPI", "RequestRules",
            ]),
        library(
            "Conformance",
            [
                "NetworkTerms",
                "WireText", "Codes", "Report", "JSONText", "SigV4", "SignatureForensics", "ServerClock", "EventStream",
                "HTTPTransport", "ConverseAPI", "Converse", "Recordings", "MockBedrock",
            ]),

        .executableTarget(
            name: "doctor",
            dependencies: [
                "NetworkTerms", "WireText", "Codes", "JSONText", "SigV4", "SignatureForensics", "ServerClock",
                "HTTPTransport",
                "ConverseAPI",
                "Converse",
                "Recordings", "RecordingImport", "Deflate",
                "MockBedrock", "Report", "Catalog", "RequestRules", "Evidence", "Diagnosis", "Conformance", "TOMLText",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: houseRules),

        // The benchmark ships with the tests: `swift run -c release benchmark`.
        .executableTarget(
            name: "benchmark",
            dependencies: [
                "WireText", "SigV4", "SignatureForensics", "EventStream", "JSONText", "Catalog", "Recordings",
                "MockBedrock", "ConverseAPI", "HTTPTransport", "Converse", "Conformance", "Report",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            path: "Tests/Benchmark",
            exclude: ["Count/thresholds.json", "Load/boto3_calls.py", "Load/vcrpy_calls.py", "Load/nginx.conf"],
            swiftSettings: houseRules),

        // What foreign bytes must not break: `swift run fuzz` replays the seeds, `Tests/Fuzz/run` looks for more.
        .executableTarget(
            name: "fuzz",
            dependencies: [
                "WireText", "Deflate", "JSONText", "TOMLText", "ServerClock", "SigV4", "EventStream", "Catalog",
                "Recordings",
                "RecordingImport", "MockBedrock", "Evidence", "Diagnosis", "Conformance",
            ],
            path: "Tests/Fuzz", exclude: ["Corpora", "run"], swiftSettings: houseRules),

        // What tests of several targets need: the trait of live tests, and programs run to their end.
        .target(
            name: "TestSupport",
            dependencies: [
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            path: "Tests/TestSupport", swiftSettings: houseRules),

        tests("CodesTests", ["Codes"]),
        tests("WireTextTests", ["WireText", "JSONText"]),
        tests("DeflateTests", ["Deflate", "WireText", "JSONText"]),
        tests("JSONTextTests", ["JSONText"]),
        tests("TOMLTextTests", ["TOMLText", "JSONText"]),
        tests("SigV4Tests", ["WireText", "SigV4", "JSONText"]),
        tests("SignatureForensicsTests", ["Deflate", "WireText", "Codes", "Catalog", "SignatureForensics", "SigV4"]),
        tests("ServerClockTests", ["WireText", "ServerClock"]),
        tests("EventStreamTests", ["EventStream"]),
        tests("ReportTests", ["WireText", "Codes", "Report", "JSONText"]),
        tests("HTTPTransportTests", ["NetworkTerms", "WireText", "HTTPTransport"] + nio),
        tests("ConverseAPITests", ["WireText", "ConverseAPI", "ServiceModel", "JSONText", "EventStream"]),
        tests(
            "RequestRulesTests",
            [
                "RequestRules", "ServiceModel", "JSONText", "Codes", "Catalog", "Recordings", "WireText", "Diagnosis",
                "Evidence",
            ]),
        tests(
            "ConverseTests",
            [
                "NetworkTerms", "WireText", "Converse", "ConverseAPI", "JSONText", "SigV4", "EventStream",
                "HTTPTransport", "ServerClock",
            ]
                + nio),
        tests("RecordingsTests", ["WireText", "Recordings", "JSONText", "EventStream"]),
        tests("RecordingImportTests", ["WireText", "RecordingImport", "Recordings", "JSONText", "EventStream"]),
        tests(
            "MockBedrockTests",
            [
                "WireText", "MockBedrock", "Codes", "SigV4", "SignatureForensics", "JSONText", "EventStream",
                "Recordings",
            ] + nio
                + [
                    .product(name: "NIOEmbedded", package: "swift-nio"),
                    .product(name: "NIOHPACK", package: "swift-nio-http2"),
                ]),
        tests("CatalogTests", ["WireText", "Catalog", "JSONText"]),
        tests("EvidenceTests", ["WireText", "Evidence", "JSONText"]),
        tests(
            "DiagnosisTests",
            [
                "NetworkTerms",
                "WireText", "Diagnosis", "Codes", "Evidence", "Catalog", "Report", "Converse", "ConverseAPI",
                "JSONText",
                "ServerClock",
                "SigV4", "SignatureForensics",
            ]),
        tests(
            "ConformanceTests",
            [
                "NetworkTerms",
                "WireText", "Conformance", "Codes", "Report", "JSONText", "SigV4", "SignatureForensics", "EventStream",
                "Recordings", "MockBedrock",
                "Converse",
                "ConverseAPI", "HTTPTransport", "ServerClock", "Evidence", "Diagnosis",
            ]),
        tests(
            "DoctorTests",
            [
                "doctor", "Report", "Codes", "Diagnosis", "SigV4", "JSONText", "RequestRules", "Catalog", "MockBedrock",
                "WireText",
            ]),
    ]
)
