public import JSONText

/// Something in a request or a response that the API does not allow, though it could be read.
public struct ShapeFault: Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public enum Problem: Sendable, Hashable {
        /// A required member is absent or `null`.
        case requiredMemberAbsent
        /// A union has not exactly one known member; these names were found.
        case notOneKnownMember(found: String)
        /// A text that should be bytes is not base64.
        case notBase64
    }

    /// Where it is.
    public let path: JSONPath
    /// What is wrong.
    public let problem: Problem

    /// The fault in one line.
    public var description: String {
        switch problem {
        case .requiredMemberAbsent: "\(path): required, and not there"
        case .notOneKnownMember(let found):
            "\(path): expected exactly one member that the API knows, found \(found.isEmpty ? "none" : found)"
        case .notBase64: "\(path): expected bytes in base64 with padding, found another text"
        }
    }
}

/// Looks for faults in the members of a shape.
struct ShapeFaultFinder: ShapeVisitor {
    let path: JSONPath
    let absent: [String]
    var faults: [ShapeFault]

    mutating func required<Value: ShapeValue>(_ name: String, _ member: inout Value) throws(Never) {
        let place = path.appending(name)
        if absent.contains(name), member == .vacant {
            faults.append(ShapeFault(path: place, problem: .requiredMemberAbsent))
        } else {
            member.findFaults(at: place, in: &faults)
        }
    }

    mutating func optional<Value: ShapeValue>(_ name: String, _ member: inout Value?) throws(Never) {
        member?.findFaults(at: path.appending(name), in: &faults)
    }
}
