import WireText

/// A value with its path, read with checks: what a loader walks a document with.
///
/// Every method throws an error that names the path, what was expected and what was found;
/// ``JSONLocator`` turns the path into line and column.
public struct JSONCursor: Sendable {
    /// The value.
    public let value: JSONValue
    private let way: Way

    /// The way to it.
    public var path: JSONPath { way.path }

    /// A cursor at a value; at the root unless a path is given.
    public init(_ value: JSONValue, path: JSONPath = .root) {
        self.init(value, by: .start(path))
    }

    private init(_ value: JSONValue, by way: Way) {
        self.value = value
        self.way = way
    }

    /// A way that grows by a step without a copy of the steps before: only an error asks for the whole.
    private indirect enum Way: Sendable {
        case start(JSONPath)
        case step(Way, JSONPath.Step)

        var path: JSONPath {
            var steps: [JSONPath.Step] = []
            var way = self
            while case .step(let before, let step) = way {
                steps.append(step)
                way = before
            }
            guard case .start(let path) = way else { return JSONPath(steps.reversed()) }
            return JSONPath(path.steps + steps.reversed())
        }
    }

    /// The member of that name.
    ///
    /// - Throws: `JSONShapeError` if the value is not an object or has no such member.
    public func member(_ name: String) throws(JSONShapeError) -> JSONCursor {
        guard let member = try optionalMember(name) else {
            throw fault(expected: "a member \(Self.quoted(name))", found: Self.listing(try object().names))
        }
        return member
    }

    /// The member of that name, or nil if there is none; a member that is `null` is there.
    ///
    /// - Throws: `JSONShapeError` if the value is not an object.
    public func optionalMember(_ name: String) throws(JSONShapeError) -> JSONCursor? {
        try object()[name].map { JSONCursor($0, by: .step(way, .name(name))) }
    }

    /// The string.
    ///
    /// - Throws: `JSONShapeError` if the value is something else.
    public func string() throws(JSONShapeError) -> String {
        guard case .string(let string) = value else { throw fault(expected: "a string") }
        return string
    }

    /// The string, which must be one of the given.
    ///
    /// - Throws: `JSONShapeError` if the value is something else.
    public func string(oneOf allowed: [String]) throws(JSONShapeError) -> String {
        let string = try string()
        guard allowed.contains(string) else {
            throw fault(expected: allowed.map(Self.quoted).joined(separator: " or "))
        }
        return string
    }

    /// The whole number, which `1.0` and `1e0` are too.
    ///
    /// - Throws: `JSONShapeError` if the value is something else, or outside of the range.
    public func integer(in range: ClosedRange<Int> = Int.min...Int.max) throws(JSONShapeError) -> Int {
        guard case .number(let number) = value, let wide = number.int64, let integer = Int(exactly: wide),
            range.contains(integer)
        else {
            let bounds = range == Int.min...Int.max ? "" : " from \(range.lowerBound) to \(range.upperBound)"
            throw fault(expected: "a whole number\(bounds)")
        }
        return integer
    }

    /// The number.
    ///
    /// - Throws: `JSONShapeError` if the value is something else.
    public func number() throws(JSONShapeError) -> JSONNumber {
        guard case .number(let number) = value else { throw fault(expected: "a number") }
        return number
    }

    /// The Boolean.
    ///
    /// - Throws: `JSONShapeError` if the value is something else.
    public func bool() throws(JSONShapeError) -> Bool {
        guard case .bool(let bool) = value else { throw fault(expected: "true or false") }
        return bool
    }

    /// The elements.
    ///
    /// - Throws: `JSONShapeError` if the value is not an array.
    public func array() throws(JSONShapeError) -> [JSONCursor] {
        guard case .array(let elements) = value else { throw fault(expected: "an array") }
        return elements.enumerated().map { JSONCursor($0.element, by: .step(way, .index($0.offset))) }
    }

    /// The object.
    ///
    /// - Throws: `JSONShapeError` if the value is something else.
    public func object() throws(JSONShapeError) -> JSONObject {
        guard case .object(let object) = value else { throw fault(expected: "an object") }
        return object
    }

    /// The members as cursors, in order.
    ///
    /// - Throws: `JSONShapeError` if the value is not an object.
    public func members() throws(JSONShapeError) -> [(name: String, cursor: JSONCursor)] {
        try object().map { ($0.name, JSONCursor($0.value, by: .step(way, .name($0.name)))) }
    }

    /// Checks that the object has no member but the named ones.
    ///
    /// - Throws: `JSONShapeError` that names the unknown member and the nearest allowed name.
    public func requireOnly(names allowed: [String]) throws(JSONShapeError) {
        let object = try object()
        let members = object.members.span
        for place in members.indices where !allowed.contains(members[place].name) {
            let name = members[place].name
            let hint =
                NearestName.nearest(to: name, among: allowed)
                .map { "; did you mean \(Self.quoted($0))?" } ?? ""
            throw JSONShapeError(
                path: path.appending(name), expected: "only the members \(allowed.joined(separator: ", "))",
                found: "the unknown member \(Self.quoted(name))\(hint)", place: .name)
        }
    }

    /// An error at this value.
    ///
    /// - Parameters:
    ///   - expected: what should have stood there.
    ///   - found: what stood there; by default the value itself, if it is short, or its kind.
    public func fault(expected: String, found: String? = nil) -> JSONShapeError {
        JSONShapeError(path: path, expected: expected, found: found ?? shown)
    }

    private var shown: String {
        switch value {
        case .null: return "null"
        case .bool, .number: return "\(value.kindName) (\(value.text()))"
        case .string(let string) where string.utf8.count <= 40: return "the string \(Self.quoted(string))"
        default: return value.kindName
        }
    }

    private static func listing(_ names: [String]) -> String {
        names.isEmpty ? "an empty object" : "an object with \(names.prefix(12).joined(separator: ", "))"
    }

    private static func quoted(_ text: String) -> String { JSONValue.string(text).text() }
}
