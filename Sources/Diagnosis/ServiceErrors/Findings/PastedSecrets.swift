import Report
import WireText

/// The secrets of a paste, so that no sentence made of its words shows one.
///
/// What was said is masked as a whole; titles, details and advice are made of single values, which show by themselves no
/// longer that they belong to a secret's name.
struct PastedSecrets: Sendable, Hashable {
    private let values: Set<String>

    /// So much of a paste is looked at, in bytes, and so many values: sentences are made of what stands near the failure.
    private static let (limit, valueLimit) = (32_768, 64)

    init(in text: String) {
        let near = String(decoding: text.utf8.prefix(Self.limit), as: UTF8.self)
        values = Set(
            SecretsInText.ranges(in: near).prefix(Self.valueLimit).map { String(near[$0]) }.filter(Self.looksSecret))
    }

    /// Whether a value may be a secret: a placeholder (`your-key-here`, `no-key-required`) is one that advice has to name.
    private static func looksSecret(_ value: String) -> Bool {
        value.utf8.count >= 12 && value.utf8.contains(where: \.isDigit) && value.utf8.contains(where: \.isLetter)
    }

    /// The text with every secret of the paste masked.
    func hidden(_ text: String) -> String {
        values.reduce(text) { text, value in
            text.contains(value)
                ? text.split(separator: value, omittingEmptySubsequences: false).joined(separator: SensitiveNames.mask)
                : text
        }
    }

    /// The finding with the secrets masked in its sentences and in the commands to type.
    func hidden(_ finding: Finding) -> Finding {
        guard !values.isEmpty else { return finding }
        var shown = finding
        shown.title = hidden(finding.title)
        shown.detail = hidden(finding.detail)
        shown.remedies = finding.remedies.map { remedy in
            var shown = remedy
            shown.text = hidden(remedy.text)
            if case .shell(let command)? = remedy.step { shown.step = .shell(hidden(command)) }
            return shown
        }
        return shown
    }
}
