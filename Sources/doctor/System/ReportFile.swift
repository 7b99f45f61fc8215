import JSONText
import Report

/// A report that was written with `--format json`.
enum ReportFile {
    /// Reads a report; `-` is standard input.
    static func read(_ path: String) throws(InputProblem) -> Report {
        let bytes = try path == "-" ? FileSystem.readStandardInput() : FileSystem.read(path)
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw problem(path, error.description)
        }
        do throws(JSONShapeError) {
            return try Report(reading: JSONCursor(value))
        } catch {
            let place = JSONLocator.position(of: error, in: bytes).map { "line \($0.line): " } ?? ""
            throw problem(path, place + error.description)
        }
    }

    private static func problem(_ path: String, _ reason: String) -> InputProblem {
        InputProblem(
            file: path == "-" ? "standard input" : path, message: "is not a report of doctor (--format json): \(reason)"
        )
    }
}
