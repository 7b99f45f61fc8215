package import JSONText
import WireText

/// A line in which an adapter answers a case; what it says is read by the case itself.
package struct AdapterAnswer {
    var id: String
    var content: JSONCursor
    /// Why the line cannot be taken at its word although it is JSON: it says whose case it is, and that case fails.
    private var flaw: String?

    /// - Parameter number: The line's number in the adapter's output, from 1.
    package init(_ line: [UInt8], number: Int) throws(AdapterFault) {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: line)
        } catch {
            let place = "column \(error.position.column): \(error.message)"
            guard let lenient = LenientLine.value(of: line) else {
                throw AdapterFault(.line, line: number, "expected a JSON object, found no JSON (\(place))", line)
            }
            value = lenient
            flaw = place
        }
        content = JSONCursor(value)
        do {
            id = try content.member("id").string()
        } catch {
            throw AdapterFault(.line, line: number, error.description, line)
        }
    }

    /// What an answer that gives no result says in its place.
    package enum Refusal {
        case skipped(String)
        case broken(String)
        /// A line that has two meanings, or none in Unicode.
        case unclear(String)
    }

    /// Reads `skipped` with its `issue`, or `error`; nil for an answer that has a result.
    package func refusal() throws(JSONShapeError) -> Refusal? {
        if let flaw { return .unclear("expected JSON of one meaning, found at \(flaw)") }
        if let reason = try content.optionalMember("skipped") {
            try content.requireOnly(names: ["id", "skipped", "issue"])
            let words = try reason.string()
            guard !words.isBlank else {
                throw reason.fault(expected: "why the case is skipped", found: "an empty text")
            }
            let issue = try content.optionalMember("issue")?.string()
            return .skipped(words + (issue.map { " (\($0))" } ?? ""))
        }
        guard let error = try content.optionalMember("error") else { return nil }
        try content.requireOnly(names: ["id", "error"])
        return .broken(try error.string())
    }
}
