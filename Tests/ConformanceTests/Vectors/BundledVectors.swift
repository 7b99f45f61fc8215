import Conformance

/// The vectors of the package, loaded once for all tests.
enum BundledVectors {
    private static let loaded = Result {
        try VectorSet(PackageFolder.files(PackageFolder.vectors), from: "vectors")
    }

    static func set() throws -> VectorSet { try loaded.get() }
}
