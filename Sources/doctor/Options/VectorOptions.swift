import ArgumentParser
import Conformance

/// Which vectors an adapter is given.
struct VectorOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Vector files, directories of them, or directories in AWS's layout, in place of the bundled ones. May repeat.",
            valueName: "path"), completion: .file())
    var vectors: [String] = []

    /// The vectors of the paths, else the bundled ones.
    static func sets(_ paths: [String], _ facts: ProcessFacts) throws(InputProblem) -> [VectorSet] {
        var sets: [VectorSet] = []
        for path in paths.isEmpty ? [try DataLocation.current(facts).directory("vectors")] : paths {
            sets.append(try VectorFiles.load(path))
        }
        return sets
    }
}
