import Codes
import Evidence
import JSONText
import Report
import WireText

/// A sentence of a server of ours about what it cannot take for a request, in an answer, a log or a pasted text.
///
/// It is none of Bedrock's: nothing of it is weighed against the causes of the service, and no id in it is known to AWS.
struct ServerRefusal: Sendable {
    let code: FindingCode
    /// The whole sentence, with what follows it in the same message.
    let text: String

    /// Finds the sentence in what came back for a call; nil where there is none.
    init?(_ exchange: ObservedExchange) {
        let body = exchange.response.map { String(decoding: $0.body.prefix(Self.most), as: UTF8.self) } ?? ""
        for said in [exchange.message ?? "", body] {
            if let found = ServerRefusal(in: said) {
                self = found
                return
            }
        }
        return nil
    }

    /// Finds the sentence in a text.
    init?(in said: String) {
        let text = String(said.prefix(Self.most))
        guard text.utf8.count >= 30 else { return nil }
        for sentence in ServerSentence.all {
            guard let place = text.firstRange(of: sentence.opening) else { continue }
            code = sentence.code
            // One sentence begins with a name that is the client's.
            var start = place.lowerBound
            var before = text[..<start]
            while sentence == .notText, let named = before.firstRange(of: "The field ") {
                start = named.lowerBound
                before = before[named.upperBound...]
            }
            let line = text[start...].prefix { $0 != "\n" && $0 != "\r" }.prefix(Self.mostShown)
            self.text = Self.message(line, isInJSON: text.contains("\":")).trimmedWhitespace().description
            return
        }
        return nil
    }

    /// What stands before the quotation mark that ends a string of JSON; all of another text.
    private static func message(_ line: Substring, isInJSON: Bool) -> String {
        guard isInJSON else { return String(line) }
        var (kept, isEscaped) = ("", false)
        for character in line {
            if !isEscaped, character == "\"" { break }
            if !isEscaped, character == "\\" {
                isEscaped = true
                continue
            }
            kept.append(character)
            isEscaped = false
        }
        return kept
    }

    private static let most = 8_192
    private static let mostShown = 600

    /// What is to be said of it.
    var finding: Finding {
        Finding(
            code: code, check: ExchangeDiagnosis.check, status: .fail, title: code.title,
            detail: PrintableText.escaped(text, limit: Self.mostShown), where: .client, confidence: .certain,
            remedies: [Remedy(MalformedFieldsAdvice.words(text) ?? code.fix)])
    }
}
