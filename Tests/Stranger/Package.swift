// swift-tools-version: 6.2
import PackageDescription

// A package that knows the libraries only by their products, as anybody's would: if it builds and runs, what it needs is
// public and documented.
let package = Package(
    name: "stranger",
    platforms: [.macOS(.v26)],
    dependencies: [.package(name: "bedrock-doctor", path: "../..")],
    targets: [
        .executableTarget(
            name: "stranger",
            dependencies: [
                .product(name: "WireText", package: "bedrock-doctor"),
                .product(name: "SigV4", package: "bedrock-doctor"),
                .product(name: "ConverseAPI", package: "bedrock-doctor"),
            ],
            swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)])
    ]
)
