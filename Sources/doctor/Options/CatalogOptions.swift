import ArgumentParser
import Catalog

/// The catalog by which models are judged.
struct CatalogOptions: ParsableArguments {
    @Option(
        name: .customLong("catalog"),
        help: ArgumentHelp(
            "Judge models by this catalog in place of the one that comes with doctor; see doctor help catalog.",
            valueName: "file"), completion: .file())
    var file: String?

    func validate() throws {
        if file?.isEmpty == true { throw ValidationError("--catalog takes a file, found an empty name.") }
    }

    /// The most bytes of a catalog file.
    private static let largestFile = 16 << 20

    /// The catalog of a file, else the one that comes with the program, which is read when it is first asked for.
    static func read(_ file: String?) throws(InputProblem) -> ModelCatalog {
        guard let file else { return .documented }
        let bytes = try FileSystem.read(file, upTo: largestFile)
        do throws(CatalogFileError) {
            return ModelCatalog(try CatalogFile(parsing: bytes, file: file))
        } catch {
            throw InputProblem(error.description)
        }
    }
}
