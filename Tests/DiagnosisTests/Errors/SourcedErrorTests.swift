import Diagnosis
import FoundationEssentials
import JSONText
import Testing

/// The sourced error texts that stand beside a development checkout; the package itself does not carry them.
private struct SourcedText: Sendable {
    let id: String
    let status: Int?
    let type: String?
    let message: String
    let cause: String
    let operation: String?

    /// The rules were written with one half of the texts in sight.
    ///
    /// Which half is a matter of the id alone: bit 32 of its
    /// FNV-1a hash. It happens to keep most causes whole, so nearly every cause of the other half was unseen.
    var isHeldOut: Bool {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash >> 32 & 1 == 1
    }

    static let file: [UInt8]? = {
        let path = #filePath.split(separator: "/").dropLast(5).joined(separator: "/")
        return FileManager.default.contents(atPath: "/\(path)/shared/facts/bedrock-errors.jsonl").map { [UInt8]($0) }
    }()

    static let all: [SourcedText] = (file ?? []).split(separator: UInt8(ascii: "\n")).compactMap { line in
        guard let value = try? JSONValue(parsing: [UInt8](line)), let id = value["id"]?.stringValue,
            let message = value["message"]?.stringValue, let cause = value["cause"]?.stringValue
        else { return nil }
        return SourcedText(
            id: id, status: value["http_status"]?.numberValue?.int64.map(Int.init),
            type: value["error_type"]?.stringValue,
            message: message, cause: cause, operation: value["operation"]?.stringValue)
    }
}

/// How many texts were named right.
private struct Score: CustomStringConvertible {
    var first = 0
    var firstTwo = 0
    var wrong = 0
    var unnamed = 0
    var total = 0
    var misses: [String] = []

    mutating func count(_ text: SourcedText, _ diagnosis: ErrorDiagnosis) {
        total += 1
        let causes = diagnosis.candidates.map(\.cause)
        if causes.first == text.cause { first += 1 }
        if causes.contains(text.cause) {
            firstTwo += 1
        } else {
            if causes.isEmpty { unnamed += 1 } else { wrong += 1 }
            misses.append("\(text.id): \(causes)")
        }
    }

    var description: String {
        "first \(first)/\(total), first two \(firstTwo)/\(total), wrong \(wrong), unnamed \(unnamed)"
    }
}

@Suite(.enabled(if: SourcedText.file != nil, "needs ../shared/facts/bedrock-errors.jsonl beside the package"))
struct SourcedErrorTests {
    @Test func `the sourced texts are named, also those that were not in sight`() {
        for (name, held) in [("in sight", false), ("held out", true)] {
            for (form, make) in Self.forms {
                var score = Score()
                for text in SourcedText.all where text.isHeldOut == held {
                    let diagnosis = ErrorDiagnosis(make(text))
                    #expect(diagnosis.candidates.count <= 2)
                    score.count(text, diagnosis)
                }
                print("error texts \(name), \(form): \(score)")
                #if SHOWMISSES
                    for miss in score.misses { print("    ", miss) }
                #endif
                #expect(score.total > 40)
                #expect(score.firstTwo * 100 >= score.total * 75, "\(score.misses)")
            }
        }
    }

    private static let forms: [(String, @Sendable (SourcedText) -> ServiceAnswer)] = [
        (
            "with status and type",
            {
                ServiceAnswer(
                    status: $0.status, content: .message($0.message), errorType: $0.type, operation: $0.operation)
            }
        ),
        ("message alone", { ServiceAnswer(content: .message($0.message)) }),
        (
            "botocore's wrapper",
            {
                ServiceAnswer(
                    content: .message(
                        "An error occurred (\($0.type ?? "UnknownError")) when calling the \($0.operation ?? "Converse") operation: \($0.message)"
                    ))
            }
        ),
        (
            "a quoted body in upper case",
            {
                let body = JSONValue.object(["Message": .string($0.message.uppercased())]).text()
                return ServiceAnswer(content: .message("BedrockException - b'\(body)'"), errorType: $0.type)
            }
        ),
        (
            "the first 120 characters",
            { ServiceAnswer(status: $0.status, content: .message(String($0.message.prefix(120))), errorType: $0.type) }
        ),
    ]
}
