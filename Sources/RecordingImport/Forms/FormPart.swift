/// The members of one part of a recorder's files: those that are read, and those with which nothing is lost.
///
/// Any other is ignored and said, since the file may mean something by it.
struct FormPart: Sendable {
    /// Those that are not looked into.
    let values: Set<String>
    /// Those that are, or whose elements are.
    let parts: [String: FormPart]
    /// Members that say one thing: the recorder's own reader takes the first of them that is there.
    let choices: [[String]]
    /// Members one of which shows that it is this part, where anybody's value may stand in its place; none where it cannot.
    let marks: [String]
    /// Whether names that begin with a low line are anybody's own, which the format has every reader pass over.
    let hasCustomMembers: Bool

    /// - Parameter values: Names, with blanks between them.
    init(
        _ values: String, _ parts: [String: FormPart] = [:], choices: [[String]] = [], marks: [String] = [],
        hasCustomMembers: Bool = false
    ) {
        self.values = Set(values.split(separator: " ").map(String.init))
        self.parts = parts
        self.choices = choices
        self.marks = marks
        self.hasCustomMembers = hasCustomMembers
    }

    /// Whether a member of that name is read, or nothing is lost with it.
    func knows(_ name: String) -> Bool {
        values.contains(name) || hasCustomMembers && name.hasPrefix("_")
    }
}
