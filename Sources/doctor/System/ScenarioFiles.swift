import Conformance

/// Scenarios for clients from files and directories.
enum ScenarioFiles {
    /// The scenarios of the paths, else the bundled ones, sorted by family and name.
    ///
    /// - Throws: ``InputProblem`` with file and place.
    static func load(_ paths: [String], _ facts: ProcessFacts) throws(InputProblem) -> [Scenario] {
        let named = paths.isEmpty ? [try DataLocation.current(facts).directory("recordings") + "/scenarios"] : paths
        var scenarios: [Scenario] = []
        for path in named {
            let files = FileSystem.isDirectory(path) ? try FileSystem.files(below: path).paths : [path]
            for file in files where file.hasSuffix(".json") {
                do {
                    scenarios.append(try Scenario(InputFile(path: file, bytes: try FileSystem.read(file))))
                } catch let error as InputFileError {
                    throw InputProblem(error.description)
                } catch let problem as InputProblem {
                    throw problem
                } catch {
                    throw InputProblem(file: file, message: "\(error)")
                }
            }
        }
        guard !scenarios.isEmpty else {
            throw InputProblem(
                file: named.joined(separator: ", "),
                message: "expected scenarios, .json files of the schema \(Scenario.schema); found none")
        }
        return scenarios.sorted { $0.id < $1.id }
    }
}
