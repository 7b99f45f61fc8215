/// A fault that a mock server makes, and the calls that it strikes.
///
/// A rule is written as `KIND` or `KIND:NAME=VALUE,NAME=VALUE`: `throttle:times=2,retry-after=1`, `bad-message-crc:after=3`,
/// `reset:model=amazon.nova-*,nth=3`. ``guide`` lists the kinds and their parameters. Struck are calls of Converse and
/// ConverseStream whose signature was accepted. A rule counts all calls that it matches, also those that an earlier rule
/// struck; of several rules that would strike a call the first does, while delays add up.
public struct FaultRule: Sendable, Hashable {
    /// The rule as it was written.
    public let text: String
    /// The kind's name, as the log has it for calls that it struck.
    public let kind: String
    let fault: Fault
    let condition: FaultCondition

    /// Reads a rule.
    ///
    /// - Parameter text: the rule, as on the command line.
    /// - Throws: ``FaultRuleError`` that says what is wrong with it and what would be right.
    public init(parsing text: String) throws(FaultRuleError) {
        let parser = FaultRuleParser(text)
        let kind = try parser.kind()
        var parameters = FaultParameters(try parser.parameters(of: kind), kind: kind, text: text)
        self.text = text
        self.kind = kind.name
        fault = try kind.make(&parameters)
        condition = try FaultCondition(&parameters, of: kind)
    }

    /// The kinds of faults with their parameters, a line or two each, for a help text.
    public static var guide: String { FaultGuide.text }

    /// The kinds of faults, in the order of ``guide``.
    public static var kinds: [FaultKindSummary] {
        FaultKind.all.map { kind in
            FaultKindSummary(
                name: kind.name, example: "\(kind.name):" + (kind.name == "delay" ? "ms=500" : "times=1"),
                summary: kind.summary)
        }
    }

    /// What it does, in a few words: what goes wrong, with which calls, how often.
    public var summary: String {
        let what = FaultKind.all.first { $0.name == kind }?.summary ?? kind
        return ([what] + condition.words).joined(separator: ", ")
    }
}

extension FaultRule: CustomStringConvertible {
    /// The rule as it was written.
    public var description: String { text }
}

/// A kind of faults, for those who choose one.
public struct FaultKindSummary: Sendable, Hashable {
    /// Its name, with which a rule begins.
    public let name: String
    /// A rule of this kind.
    public let example: String
    /// What goes wrong, in a line.
    public let summary: String
}

/// Why a text is not a rule for a fault.
public struct FaultRuleError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The text.
    public let text: String
    /// What is wrong with it, and what would be right.
    public let message: String

    /// The text and what is wrong with it.
    public var description: String { "the fault \"\(text)\": \(message)" }
}
