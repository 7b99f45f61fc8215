import Codes
import Evidence
import Report

/// Decides, by what the words mean, which reading of an input holds where its form leaves that open.
enum ReadingChoice {
    /// The calls and failures to explain.
    static func exchanges(of input: ReadInput) -> [ObservedExchange] {
        switch input.otherReading {
        case .apart(let failures):
            return failures.count == 1 || areSeveral(failures) ? failures : input.exchanges
        case .listed(let failures):
            let known = failures.filter { failure in
                ![ErrorDiagnosis.unknownCode, .programFailed].contains(code(failure.message))
            }
            return areSeveral(known) ? known : input.exchanges
        case .records(let records):
            // One record beside warnings and less is the failure; of several that say the same the text is one.
            let known = records.filter(isSure)
            if let refusal = refusedRole(before: known, in: input) { return [refusal] }
            if known.isEmpty, let named = named(records) { return named }
            return known.count == 1 || areSeveral(known) ? known : input.exchanges
        case .lines(let lines):
            let known = known(lines)
            return known.isEmpty ? input.exchanges : known
        case .beside(let records):
            let known = records.filter(isOfNetwork)
            return known.isEmpty
                ? input.exchanges : (input.exchanges + known).sorted { ($0.line ?? 0) < ($1.line ?? 0) }
        case nil: return input.exchanges.map(withWords)
        }
    }

    /// Whether failures that were pasted one below the other differ in cause, and each is of a known one.
    private static func areSeveral(_ failures: [ObservedExchange]) -> Bool {
        let codes = failures.map { ErrorDiagnosis(ServiceAnswer(content: .message($0.message ?? ""))).code }
        return Set(codes).count > 1 && !codes.contains(ErrorDiagnosis.unknownCode)
    }

    /// AWS STS's refusal of a role, where all that the records say is that there are no credentials: a program that got over the
    /// refusal with a warning goes on without them, and tells of the consequence as its error.
    private static func refusedRole(before known: [ObservedExchange], in input: ReadInput) -> ObservedExchange? {
        guard let last = known.last, code(last.message) == .credentialsMissing,
            let whole = input.exchanges.first, let start = whole.line, let text = whole.message
        else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().filter { place, line in
            start + place < last.line ?? .max && line.contains("AssumeRole")
        }
        let refusals = lines.map { ObservedExchange(line: start + $0.offset, message: String($0.element)) }
            .filter { record in
                let read = ErrorDiagnosis(ServiceAnswer(content: .message(record.message ?? "")))
                return isSure(record) && read.errorType.map(ErrorTypeName.isFromAWS) ?? false
                    && read.code != .credentialsMissing
            }
        guard let refusal = refusals.last else { return nil }
        let others = known.filter { $0.line != refusal.line }
        return others.allSatisfy { code($0.message) == .credentialsMissing } ? refusal : nil
    }

    /// The records of a short log that may name a cause, where none does surely and a fault of the program's own stands behind
    /// them; `nil` where no such fault does.
    private static func named(_ records: [ObservedExchange]) -> [ObservedExchange]? {
        let codes = records.map { code($0.message) }
        guard codes.last == .programFailed else { return nil }
        let named = zip(records, codes).filter { ![.programFailed, ErrorDiagnosis.unknownCode].contains($0.1) }.map(\.0)
        return named.isEmpty ? nil : named
    }

    private static func code(_ message: String?) -> FindingCode {
        ErrorDiagnosis(ServiceAnswer(content: .message(message ?? ""))).code
    }

    /// Whether a record names a cause, and not only possibly.
    private static func isSure(_ record: ObservedExchange) -> Bool {
        let diagnosis = ErrorDiagnosis(ServiceAnswer(content: .message(record.message ?? "")))
        return diagnosis.candidates.first.map { $0.confidence != .possible } ?? false
    }

    /// Whether a record without a name says that no answer came, or why no call was made.
    private static func isOfNetwork(_ record: ObservedExchange) -> Bool {
        let diagnosis = ErrorDiagnosis(ServiceAnswer(content: .message(record.message ?? "")))
        guard let first = diagnosis.candidates.first, first.confidence != .possible else { return false }
        let group = ErrorCauseGroup(first.cause)
        return group == .network || group == .settings
    }

    /// Of lines without a name those count that say something known: any text has lines about errors.
    private static func known(_ lines: [ObservedExchange]) -> [ObservedExchange] {
        // A program says the same again and again.
        var answers: [String: Bool] = [:]
        return lines.filter { line in
            let message = line.message ?? ""
            if let answer = answers[message] { return answer }
            let answer = !ErrorDiagnosis(ServiceAnswer(content: .message(message))).candidates.isEmpty
            answers[message] = answer
            return answer
        }
    }

    /// An open call with the last of the lines behind it that names a failure of a known cause.
    private static func withWords(_ exchange: ObservedExchange) -> ObservedExchange {
        guard exchange.message == nil, !exchange.laterLines.isEmpty else { return exchange }
        var exchange = exchange
        exchange.message = exchange.laterLines.last(where: isFailure)
        return exchange
    }

    private static func isFailure(_ line: String) -> Bool {
        let diagnosis = ErrorDiagnosis(ServiceAnswer(content: .message(line)))
        guard let first = diagnosis.candidates.first, first.confidence != .possible else { return false }
        let group = ErrorCauseGroup(first.cause)
        // A signer prints the body alone, whose type stood in a header: nobody else refuses a signature in these words.
        return group == .network
            || group == .credentials && OwnSentence.causes(in: WordText(line)).contains(first.cause)
            || diagnosis.errorType.map(ErrorTypeName.isFromAWS) ?? false
    }
}
