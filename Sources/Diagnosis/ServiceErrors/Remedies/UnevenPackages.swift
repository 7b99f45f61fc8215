import Codes
import Evidence
import JSONText
import Report

/// The AI SDK beside a provider for another of its major versions: the answer has members that the other does not know, so that a text is
/// empty and nothing fails.
///
/// Source: the peer versions of <https://www.npmjs.com/package/@ai-sdk/amazon-bedrock>, whose major goes with that of `ai`.
struct UnevenPackages: Sendable, Hashable {
    private let core: Int
    private let provider: Int

    /// The major of the provider that goes with each of `ai`.
    private static let pairs = [4: 2, 5: 3, 6: 4]

    static let title = "Two packages of the AI SDK do not go together"
    static let meaning = "One is of an older major version than the other takes; no refusal by AWS is shown."

    /// `nil` where the text does not name both with a version, or where they go together.
    init?(in text: String) {
        let text = String(text.prefix(32_768))
        guard text.contains("@ai-sdk/amazon-bedrock"),
            let core = ["\"ai\"", "'ai'", " ai@", "\nai@"].lazy.compactMap({ Self.major(behind: $0, in: text) }).first,
            let provider = Self.major(behind: "@ai-sdk/amazon-bedrock", in: text), let wanted = Self.pairs[core],
            wanted != provider
        else { return nil }
        (self.core, self.provider) = (core, provider)
    }

    /// The major version behind the name of a package: `"ai": "^4.3.16"`, `ai@5.0.1`.
    private static func major(behind name: String, in text: String) -> Int? {
        for mark in text.ranges(of: name) {
            let rest = text[mark.upperBound...].prefix(12).drop { "\"': ^~=@v>".contains($0) }
            let number = rest.prefix(while: \.isNumber)
            if rest.dropFirst(number.count).first == ".", let major = Int(number) { return major }
        }
        return nil
    }

    var remedy: Remedy {
        let wanted = Self.pairs[core] ?? provider
        let other = Self.pairs.first { $0.value == provider }.map { "ai \($0.key)" }
        return Remedy(
            """
            Install versions that go together: @ai-sdk/amazon-bedrock \(wanted) with ai \(core)\(other.map { ", or \($0) with @ai-sdk/amazon-bedrock \(provider)" } ?? ""). The two of the text speak different versions of the AI SDK's own interface, so that an answer that came whole is read as an empty one; \
            Bedrock, the model and its region are in order.
            """
        ).about(.shown)
    }
}

extension Advice {
    static let packages: [Advice] = [
        Advice(for: .clientTooOld, .answerUnreadable) { call in
            UnevenPackages(in: call.shown).map { [$0.remedy] } ?? []
        }
    ]
}
