import JSONText
import Recordings
import Testing

@Suite struct JSONDiffTests {
    private func lines(_ expected: JSONValue, _ found: JSONValue) -> [String] {
        JSONDiff.differences(expected: expected, found: found).map(\.description)
    }

    @Test func `documents that mean the same have no differences`() throws {
        let left = try JSONValue(parsing: #"{"a":1,"b":[{"c":1e2}],"d":null}"#)
        let right = try JSONValue(parsing: #"{"d":null,"b":[{"c":100.0}],"a":1.0}"#)
        #expect(lines(left, right) == [])
    }

    @Test func `each difference has its path and kind`() {
        #expect(
            lines(
                ["a": 1, "b": ["x": true, "y z": nil], "c": "text", "gone": [1]],
                ["a": 2, "b": ["x": "true", "y z": nil, "new": [:]], "c": "Text"])
                == [
                    "$.a: expected 1, found 2", #"$.b.x: expected true, found "true""#, "$.b.new: unexpected {}",
                    #"$.c: expected "text", found "Text""#, "$.gone: missing, expected [1]",
                ])
    }

    @Test func `an element put in or left out is one difference`() {
        let block: (String) -> JSONValue = { ["text": .string($0)] }
        #expect(
            lines([block("a"), block("b"), block("c")], [block("a"), block("c")]) == [
                #"$[1]: missing, expected {"text": "b"}"#
            ])
        #expect(
            lines([block("a"), block("c")], [block("a"), ["cachePoint": ["type": "default"]], block("c")]) == [
                #"$[1]: unexpected {"cachePoint": {"type": "default"}}"#
            ])
        // One left out at the front and one changed behind it.
        #expect(
            lines([["x": 1], block("b"), block("c")], [block("B"), block("c")]) == [
                #"$[0]: missing, expected {"x": 1}"#, #"$[0].text: expected "b", found "B""#,
            ])
        #expect(lines([1, 2, 3], [1, 2, 3, 4, 5]) == ["$[3]: unexpected 4", "$[4]: unexpected 5"])
        #expect(lines([], [[:]]) == ["$[0]: unexpected {}"])
    }

    @Test func `all are counted, few are described`() {
        let left = JSONValue.array((0..<200).map { .number(JSONNumber($0)) })
        let right = JSONValue.array((0..<300).map { .number(JSONNumber(-1 - $0)) })
        let diff = JSONDiff(expected: left, found: right, limit: 3)
        #expect(diff.total == 300)
        #expect(diff.differences.count == 3)
    }

    @Test func `long strings are shown around their first difference`() throws {
        let long = String(repeating: "a", count: 500)
        let line = try #require(lines(.string(long + "X"), .string(long + "Y")).first)
        #expect(
            line == "$: expected …\"\(String(repeating: "a", count: 30))X\" (501 bytes), "
                + "found …\"\(String(repeating: "a", count: 30))Y\" (501 bytes)")
    }
}
