import JSONText
import WireText

/// Takes the text of a rule apart.
struct FaultRuleParser {
    private let text: String
    private let name: String
    /// What stands behind the first colon; nil if there is none.
    private let rest: Substring?

    init(_ text: String) {
        self.text = text
        let colon = text.firstIndex(of: ":")
        name = String(text[..<(colon ?? text.endIndex)])
        rest = colon.map { text[text.index(after: $0)...] }
    }

    func kind() throws(FaultRuleError) -> FaultKind {
        if let kind = FaultKind.all.first(where: { $0.name == name }) { return kind }
        let names = FaultKind.all.map(\.name)
        let what = name.isEmpty ? "a fault begins with its kind" : "there is no fault of the kind \"\(name)\""
        throw FaultRuleError(
            text: text,
            message: what + FaultRuleError.hint(name, among: names) + " The kinds are \(names.joined(separator: ", "))."
        )
    }

    /// The parameters by name; each must be one that the kind takes.
    func parameters(of kind: FaultKind) throws(FaultRuleError) -> [String: String] {
        guard let rest else { return [:] }
        let known = kind.parameters.map(\.name) + FaultCondition.parameters.map(\.name)
        var values: [String: String] = [:]
        for part in rest.split(separator: ",", omittingEmptySubsequences: false) {
            guard let equals = part.firstIndex(of: "="), equals != part.startIndex else {
                throw FaultRuleError(
                    text: text, message: "expected NAME=VALUE behind \"\(kind.name):\" or a comma, found \"\(part)\".")
            }
            let name = String(part[..<equals])
            guard known.contains(name) else {
                let hint = FaultRuleError.hint(name, among: known)
                throw FaultRuleError(
                    text: text,
                    message: "\(kind.name) takes no \"\(name)\"\(hint) It takes \(known.joined(separator: ", ")).")
            }
            guard values[name] == nil else { throw FaultRuleError(text: text, message: "\(name) is given twice.") }
            values[name] = String(part[part.index(after: equals)...])
        }
        return values
    }
}

extension FaultRuleError {
    /// What ends a sentence about an unknown word: the known one that was most likely meant, if one is near.
    static func hint(_ word: String, among known: [String]) -> String {
        NearestName.nearest(to: word, among: known).map { "; did you mean \($0)?" } ?? "."
    }
}
