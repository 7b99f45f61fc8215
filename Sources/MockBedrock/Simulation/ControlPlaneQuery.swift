import WireText

/// The query of a list of the control plane, checked as its service model says.
struct ControlPlaneQuery {
    private let target: RequestTarget

    init(_ target: RequestTarget) { self.target = target }

    /// One of a few values; nil if the parameter is not given.
    func choice(_ name: String, of values: [String]) throws(ServiceError) -> String? {
        guard let value = target.queryValue(name) else { return nil }
        guard values.contains(value) else {
            throw Self.violation(value, name, "satisfy enum value set: [\(values.joined(separator: ", "))]")
        }
        return value
    }

    /// The name of a provider: letters, digits, hyphens and spaces.
    func provider(_ name: String) throws(ServiceError) -> String? {
        guard let value = target.queryValue(name) else { return nil }
        let isAllowed = value.utf8.allSatisfy { byte in
            byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: " ")
        }
        guard isAllowed, 1...63 ~= value.utf8.count else {
            throw Self.violation(value, name, "satisfy regular expression pattern: [A-Za-z0-9- ]{1,63}")
        }
        return value
    }

    /// A whole number within bounds.
    func integer(_ name: String, in range: ClosedRange<Int>) throws(ServiceError) -> Int? {
        guard let text = target.queryValue(name) else { return nil }
        guard let value = Int(text), range.contains(value) else {
            throw Self.violation(
                text, name, "have value between \(range.lowerBound) and \(range.upperBound), inclusive")
        }
        return value
    }

    /// Where a page begins: what `nextToken` says, which is the place in the list.
    func start(upTo count: Int) throws(ServiceError) -> Int {
        guard let token = target.queryValue("nextToken") else { return 0 }
        guard let offset = Int(token), (0...count).contains(offset) else {
            throw .validation(nil, "The provided pagination token is invalid.")
        }
        return offset
    }

    private static func violation(_ value: String, _ name: String, _ rule: String) -> ServiceError {
        .validation(
            nil,
            "1 validation error detected: Value '\(value)' at '\(name)' failed to satisfy constraint: Member must \(rule)"
        )
    }
}
