import JSONText
import Testing

/// A name that stands twice in an object is refused, or its last value counts.
@Suite struct RepeatedNameTests {
    private let lenient = JSONReaderOptions(repeatedNames: .lastCounts)

    @Test func `the last value stands in the place of the first`() throws {
        let value = try JSONValue(parsing: #"{"a": 1, "b": {"c": 1, "c": [2]}, "a": 3}"#, options: lenient)
        #expect(value.text(.compact) == #"{"a":3,"b":{"c":[2]}}"#)
        #expect(throws: JSONError.self) { try JSONValue(parsing: #"{"a": 1, "a": 3}"#) }
    }

    @Test func `of many members too`() throws {
        let members = (0..<40).map { "\"m\($0 % 20)\": \($0)" }.joined(separator: ", ")
        let value = try JSONValue(parsing: "{\(members)}", options: lenient)
        #expect(value.objectValue?.count == 20)
        #expect(value["m3"] == 23)
    }

    @Test func `a place behind a repeated name is found`() throws {
        let text = Array(#"{"a": {"x": 1, "x": 2}, "b": 3}"#.utf8)
        #expect(JSONLocator.position(of: JSONPath.root.appending("b"), in: text)?.column == 30)
    }
}
