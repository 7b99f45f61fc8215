public import JSONText

/// The members of an object that the API did not have when this was written.
///
/// They are kept as they came and are written back. The value also remembers in which form the known members
/// stood (their order, an explicit `null`, `8.0` for `8`), so that an object that is read and written again
/// is the same; two shapes that differ in that form alone are equal.
public struct UnmodeledMembers: Sendable, Hashable {
    /// The members, in the order in which they came.
    public var members: JSONObject

    let recorded: RecordedForm?

    /// Takes the members that shall be sent beside the known ones.
    public init(_ members: JSONObject = [:]) {
        self.init(members: members, recorded: nil)
    }

    init(members: JSONObject, recorded: RecordedForm?) {
        self.members = members
        self.recorded = recorded
    }

    /// The value of an unmodeled member; setting nil removes it.
    public subscript(name: String) -> JSONValue? {
        get { members[name] }
        set { members[name] = newValue }
    }

    /// The required members that were not there when the object was read.
    package var absentNames: [String] { recorded?.absent ?? [] }

    /// Compares the members; the form in which known members stood does not count.
    public static func == (left: Self, right: Self) -> Bool {
        left.members == right.members
    }

    /// Hashes the members.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(members)
    }
}

/// The form in which the known members of an object stood, where it is not the usual one.
///
/// A class, so that a shape in the usual form pays one word for it.
final class RecordedForm: Sendable {
    /// The names in the order in which they came, unless that is the order of the API.
    let order: [String]?
    /// Values that the typed member does not determine: `null`, and numbers in an unusual spelling.
    let verbatim: JSONObject
    /// Required members that were absent or `null`.
    let absent: [String]

    init(order: [String]?, verbatim: JSONObject, absent: [String]) {
        self.order = order
        self.verbatim = verbatim
        self.absent = absent
    }
}
