import JSONText
import Recordings

/// A cassette that is not as its reader wants it.
struct CassetteFault: Error {
    let path: JSONPath?
    let place: CassetteNode.Place?
    let expected: String
    let found: String

    init(_ path: JSONPath?, _ place: CassetteNode.Place?, expected: String, found: String) {
        self.path = path
        self.place = place
        self.expected = expected
        self.found = found
    }

    /// The fault at a value.
    init(_ path: JSONPath, _ node: CassetteNode, expected: String) {
        self.init(path, node.place, expected: expected, found: node.kindName)
    }

    func error(file: String) -> RecordingError {
        RecordingError(
            file: file, line: place?.line, column: place?.column, path: path?.description, expected: expected,
            found: found)
    }
}
