import Evidence
import JSONText
import Report
import WireText

/// Remedies that stand in the paste as done: they are not told again as the thing to do.
struct AlreadyDone {
    let words: ReporterWords
    let family: CauseFamily
    var scene = Scene()

    /// The beginning of the input, as text.
    var text = ""

    func applied(to findings: [Finding]) -> [Finding] {
        guard var first = findings.first, !first.remedies.isEmpty else { return findings }
        for attempt in words.attempts { apply(attempt, to: &first) }
        for name in namesSet(in: first) { apply(variable: name, to: &first) }
        return [first] + findings.dropFirst()
    }

    // MARK: Attempts

    private func apply(_ attempt: Attempt, to finding: inout Finding) {
        guard
            let advice = AttemptAdvice.all.first(where: { $0.families.contains(family) && $0.fits(attempt.kind) }),
            // A login that helps for a while says what is to be done, whatever else is advised.
            let place = finding.remedies.firstIndex(where: { advice.isTried($0) })
                ?? (attempt.kind == .briefLogin ? 0 : nil)
        else { return }
        finding.remedies.removeAll { advice.isTried($0) }
        var next = advice.next
        next.text = "\(advice.done) already (line \(attempt.line)): \(next.text)"
        if attempt.kind == .modelAccess, let setting = RegionSetting.of(scene, text: text) {
            next.text += " \(setting.reads.beginningSentence)."
        }
        finding.remedies.insert(next, at: min(place, finding.remedies.count))
        tell(attempt.evidence, attempt.line, of: &finding)
    }

    private func tell(_ says: String, _ line: Int, of finding: inout Finding) {
        let shown = SafeMessage.text(says, limit: 160)
        if let row = FactRow("done", "\"\(shown)\" (line \(line))") { finding.rows.append(row) }
        let member: JSONValue = .object(["says": .string(shown), "line": .number(JSONNumber(line))])
        finding.facts["done"] = .array((finding.facts["done"]?.arrayValue ?? []) + [member])
    }

    // MARK: Variables

    /// A variable that a remedy sets, and where the paste shows that it is set.
    private struct SetName {
        let name: String
        let says: String
        let line: Int
    }

    /// The variables that commands of the finding set, and that are set already: to the same value, or as the reporter says.
    private func namesSet(in finding: Finding) -> [SetName] {
        finding.remedies.flatMap { remedy in Self.assignments(in: remedy.command ?? "") }.compactMap { name, value in
            let told = words.attempts.first { $0.kind == .variable(name) }
            let shown = words.variables.last { $0.name == name }
            if let shown, !shown.isBlank, shown.value == value || told != nil && !Self.differs(shown.value, value) {
                return SetName(name: name, says: "\(name)=\(shown.value)", line: shown.line)
            }
            guard let told, shown == nil else { return nil }
            return SetName(name: name, says: told.evidence, line: told.line)
        }
    }

    /// Whether two values that can be compared are different ones.
    private static func differs(_ one: String, _ other: String) -> Bool {
        one != other && !one.contains("*") && !other.contains("<") && !other.contains("$")
    }

    /// `export NAME=value` of a command.
    private static func assignments(in command: String) -> [(name: String, value: String)] {
        guard command.hasPrefix("export ") else { return [] }
        return command.dropFirst(7).split(separator: " ").compactMap { word in
            guard let mark = word.firstIndex(of: "=") else { return nil }
            return (String(word[..<mark]), word[word.index(after: mark)...].trimmed(of: "\"'").description)
        }
    }

    private func apply(variable set: SetName, to finding: inout Finding) {
        guard
            let place = finding.remedies.firstIndex(where: { remedy in
                Self.assignments(in: remedy.command ?? "").contains { $0.name == set.name }
            })
        else { return }
        finding.remedies[place] = Remedy(
            """
            \(set.name) is set already (line \(set.line)), so setting it again changes nothing. See that the process which calls has it: an editor, a service or a \
            container that was started before does not, and settings of the program may win; and that this version reads it. If both are so, \
            what it would keep away comes from somewhere else: a gateway between, or another setting.
            """)
        if place == 0, finding.remedies.count > 1 { finding.remedies.append(finding.remedies.removeFirst()) }
        tell(set.says, set.line, of: &finding)
    }
}
