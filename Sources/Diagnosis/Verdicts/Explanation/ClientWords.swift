import Codes
import Evidence
import JSONText
import Report

/// What a client said of one failure, in one diagnosis: of a chain of exceptions the one that tells most.
enum ClientWords {
    /// The diagnosis of the words that name a cause most surely; of the last ones among equals, and when none does.
    ///
    /// Where the answer had begun, words about a broken answer tell more than those about the connection: clients wrap the
    /// one into the other.
    static func diagnosis(
        _ exchange: ObservedExchange, isBegun: Bool, of answer: (String) -> ErrorDiagnosis
    ) -> ErrorDiagnosis {
        var best = read(exchange.message ?? "", answer)
        for message in exchange.earlierMessages.reversed() {
            let other = read(message, answer)
            if weight(other, isBegun) > weight(best, isBegun) { best = other }
        }
        return best
    }

    /// A log may go on behind the words without a sign: what the first line names surely, the rest only adds to.
    private static func read(_ message: String, _ answer: (String) -> ErrorDiagnosis) -> ErrorDiagnosis {
        let whole = answer(message)
        // A line that a terminal broke is not a line, and one that somebody typed is none of the client's.
        let lines = TypedText.removed(from: LineBreaks(message).text)
        guard let end = lines.firstIndex(where: \.isNewline) else { return whole }
        if isHeading(lines[..<end], above: lines[lines.index(after: end)...]) {
            let below = answer(String(lines[end...]))
            // What stands below says it whole, or the heading is all there is.
            return below.candidates.first.map { $0.confidence != .possible } ?? false || isNamed(below) ? below : whole
        }
        // A line that ends in a colon announces what stands below it.
        if lines[..<end].trimmedWhitespace().hasSuffix(":") { return whole }
        let first = answer(String(lines[..<end]))
        // A logger's line says what the program was about; the exception below it, why that failed.
        if !isNamed(first), let cause = named(below: lines[end...], answer) { return cause }
        // A chain of credential providers names its links one behind the other.
        if CredentialLink(message) != nil { return whole }
        // A denial is one sentence, and the first line of it is a piece.
        if first.details.denial != nil, whole.details.denial != nil { return whole }
        guard let sure = first.candidates.first, sure.confidence != .possible, !first.isOfScene else { return whole }
        // A sentence of AWS's own below it says more than words that others use, too.
        if let all = whole.candidates.first?.cause, all != sure.cause {
            let own = OwnSentence.causes(in: WordText(message))
            if own.contains(all), !own.contains(sure.cause) { return whole }
        }
        // A line of values, a dump of headers for one, says less than the sentence below it; an exception says all itself.
        if first.errorType == nil, let all = whole.candidates.first, all.cause != sure.cause,
            weight(whole, false) > weight(first, false)
        {
            return whole
        }
        // A page goes on below its first line, and says there whose it is.
        if sure.cause == .answerNotFromService, whole.candidates.first?.cause == sure.cause { return whole }
        let isNetwork = ErrorCauseGroup(sure.cause) == .network
        return first.candidates.map(\.cause) == whole.candidates.map(\.cause) && !isNetwork ? whole : first
    }

    /// Whether a line is the title of a report, which says the error once more in short: an empty line stands below it, and it does not
    /// begin as an error does.
    private static func isHeading(_ line: Substring, above rest: Substring) -> Bool {
        guard rest.prefix(while: { $0 != "\n" }).allSatisfy(\.isWhitespace), line.utf8.count < 240 else { return false }
        let text = line.trimmedWhitespace()
        guard let first = text.split(whereSeparator: \.isWhitespace).first, !text.hasSuffix(":"),
            !["{", "<", "\""].contains(where: text.hasPrefix), !text.hasPrefix("An error occurred")
        else { return false }
        let name = first.prefix { $0.isLetter || $0.isNumber || "._".contains($0) }
        let isError = ["rror", "xception", "Fault", "ERROR"].contains(where: name.hasSuffix)
        return !isError
    }

    private static func isNamed(_ diagnosis: ErrorDiagnosis) -> Bool {
        diagnosis.errorType.map(ErrorTypeName.isFromAWS) ?? false
    }

    /// What an exception of AWS's says that stands at the beginning of the next line with words, where it names a cause surely.
    private static func named(below text: Substring, _ answer: (String) -> ErrorDiagnosis) -> ErrorDiagnosis? {
        let rest = text.drop(while: \.isWhitespace)
        let type = rest.prefix { $0.isLetter || $0.isNumber || ".#_$".contains($0) }
        guard rest[type.endIndex...].hasPrefix(": "), type.utf8.count > 8,
            ErrorTypeName.isFromAWS(ErrorTypeName(written: String(type)).name)
        else { return nil }
        let diagnosis = answer(String(rest))
        return diagnosis.candidates.first.map { $0.confidence != .possible } ?? false ? diagnosis : nil
    }

    private static func weight(_ diagnosis: ErrorDiagnosis, _ isBegun: Bool) -> Int {
        guard let first = diagnosis.candidates.first else { return 0 }
        let surety =
            switch first.confidence {
            case .proven, .certain: 6
            case .likely: 4
            case .possible: 2
            }
        return surety + (isBegun && BrokenAnswer.codes.contains(first.cause) ? 1 : 0)
    }
}
