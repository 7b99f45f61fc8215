import Codes
import Evidence
import FoundationEssentials
import Testing

@testable import Diagnosis

/// The rules that a text meets, the best first, so that a new one is not placed blind.
///
/// `DOCTOR_RIVALS="the error's text" swift test --filter Rivals` prints them.
struct Rivals: CustomStringConvertible {
    /// A rule that the text meets.
    struct Row: CustomStringConvertible {
        let score: Int
        let cause: ErrorCause
        let rule: CauseRule

        var description: String {
            "\(score) \(cause.code) (\(rule.strength): \(rule.all.map(\.description).joined(separator: "; ")))"
        }
    }

    let rows: [Row]

    init(_ text: String, errorType: String? = nil) {
        let read = ReadAnswer(ServiceAnswer(content: .message(text), errorType: errorType))
        let key = read.errorType.map(AWSErrorType.key)
        let author = CauseRule.Speaker(read)
        let found = Self.rows(WordText(read.message), key, author)
        rows = found.isEmpty ? Self.rows(WordText(read.whole), key, author) : found
    }

    private static func rows(_ words: WordText, _ key: String?, _ author: CauseRule.Speaker) -> [Row] {
        ErrorCause.all.flatMap { cause in
            cause.rules.compactMap { rule in
                rule.score(words, typeKey: key, by: author).map { Row(score: $0, cause: cause, rule: rule) }
            }
        }
        .sorted { ($0.score, $1.cause.code.spelling) > ($1.score, $0.cause.code.spelling) }
    }

    var description: String {
        rows.isEmpty ? "no rule fits" : rows.map(\.description).joined(separator: "\n")
    }
}

@Suite struct RivalsTests {
    private static let text = ProcessInfo.processInfo.environment["DOCTOR_RIVALS"]

    @Test(.enabled(if: text != nil, "set DOCTOR_RIVALS to a text"))
    func `the rules that a given text meets`() throws {
        let text = try #require(Self.text)
        print(Rivals(text))
        print("diagnosis: \(ErrorDiagnosis(ServiceAnswer(content: .message(text))).candidates)")
    }

    @Test func `the best rule comes first, with those that it beats`() {
        let rivals = Rivals("Too many requests, please wait before trying again.")
        #expect(rivals.rows.first?.cause.code == .throttled)
        #expect(rivals.rows.map(\.score) == rivals.rows.map(\.score).sorted(by: >))
        #expect(rivals.description.hasPrefix("103 throttled (peculiar: too many requests|tokens)\n"))
        #expect(Rivals("the weather is fine today").description == "no rule fits")
    }
}
