package import JSONText
import Recordings

/// What the bodies of requests must hold.
package struct ExpectedBody: Sendable {
    /// The body as a whole, where nothing else may stand in it.
    package var whole: JSONValue?
    /// Values at places of the body, each compared as a whole.
    ///
    /// A place is a JSON Pointer (RFC 6901), such as `/messages/0/content`.
    package var members: [(pointer: String, value: JSONValue)]

    var isEmpty: Bool { whole == nil && members.isEmpty }

    /// How a body differs, in lines; empty if it does not.
    func differences(of body: JSONValue) -> [String] {
        var lines: [String] = []
        if let whole, !body.isEquivalent(to: whole) {
            lines = JSONDiff(expected: whole, found: body).differences.map(\.description)
        }
        for (pointer, value) in members {
            guard let found = Self.value(at: pointer, of: body) else {
                lines.append("expected \(pointer), found none")
                continue
            }
            guard !found.isEquivalent(to: value) else { continue }
            lines += JSONDiff(expected: value, found: found).differences.map { "at \(pointer): \($0)" }
        }
        return lines
    }

    private static func value(at pointer: String, of body: JSONValue) -> JSONValue? {
        var value: JSONValue? = body
        for token in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            let name = String(token.replacing("~1", with: "/").replacing("~0", with: "~"))
            value = value?.arrayValue == nil ? value?[name] : Int(name).flatMap { value?[$0] }
        }
        return value
    }
}
