import JSONText
import Report

/// What to do next after a run: the first advice, and never a command of a later one, which may work against it.
enum NextAdvice: Sendable, Hashable {
    /// To type, on one or several lines.
    case command(String)
    /// To do, in a sentence or a few.
    case words(String)

    /// No more of an advice stands in the last line; the findings have it whole.
    private static let limit = 240

    /// The first of several remedies; `nil` where there is none.
    init?(_ remedies: [Remedy]) {
        // A text that only says what its command is for has nothing to say without it.
        guard let first = remedies.first(where: { $0.command != nil || $0.step == nil || !$0.isPointer }) else {
            return nil
        }
        // Advice of its own is the step; a command of doctor's beside it only looks whether it was taken.
        let isCheck = first.command.map { $0.hasPrefix("doctor ") } ?? false
        self =
            first.command.flatMap { isCheck && !first.isPointer ? nil : .command($0) }
            ?? .words(Self.lead(first.text))
    }

    /// The sentences that an advice begins with, as far as they fit: the first one at least.
    private static func lead(_ text: String) -> String {
        let text = text.trimmedWhitespace()
        guard text.count > limit else { return String(text) }
        var end = text.startIndex
        for mark in text.ranges(of: ". ") {
            if text.distance(from: text.startIndex, to: mark.lowerBound) > limit { break }
            end = mark.lowerBound
        }
        return end > text.startIndex ? String(text[..<end]) + "." : String(text.prefix(limit)) + "\u{2026}"
    }
}
