/// A fault that a mock server makes, and the calls that it strikes.
///
/// A rule is written as `KIND` or `KIND:NAME=VALUE,NAME=VALUE`: `throttle:times=2,retry-after=1`, `bad-message-crc:after=3`,
/// `reset:model=amazon.nova-*,nth=3`. ``guide`` lists the kinds and their parameters. Struck are calls of Converse and
/// ConverseStream whose signature was accepted. A rule counts all calls that it matches, also those that an earlier rule
/// struck; of several rules that would strike a call the first does, while delays add up.
public struct FaultRule: Sendable, Hashable {
    /// The rule as it was written.
    public let text: String
    let kind: String
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
}

extension FaultRule: CustomStringConvertible {
    /// The rule as it was written.
    public var description: String { text }
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
