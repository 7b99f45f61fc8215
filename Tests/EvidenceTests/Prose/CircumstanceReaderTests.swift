import Testing

@testable import Evidence

/// What a reporter tells of where and how the call is made.
@Suite struct CircumstanceReaderTests {
    private func kinds(_ text: String) -> [Circumstance.Kind] { ReporterWords(text: text).circumstances.map(\.kind) }

    @Test(arguments: [
        (
            "Using AWS Control Tower to restrict access to regions other than us-east-1 and ap-northeast-1",
            Circumstance.Kind.regionsRestricted
        ),
        ("### Steps to reproduce\n\n1. Block access to us-east-2", .regionsRestricted),
        ("Our SCP denies all regions except eu-west-1.", .regionsRestricted),
        ("us-east-2 is blocked by an SCP.", .regionsRestricted),
        ("When using Bedrock behind a proxy, I need a longer timeout.", .behindProxy),
        ("We are behind our corporate proxy.", .behindProxy),
        ("everything works, except of These Strange messages.", .worksAllTheSame),
        ("but overall it manages to create the files", .worksAllTheSame),
    ])
    func `what is told`(_ text: String, _ kind: Circumstance.Kind) {
        #expect(kinds(text).contains(kind), "\(kinds(text))")
    }

    @Test(arguments: [
        "Access is denied in us-east-2.", "Are other regions blocked by an SCP?", "The call is blocked.",
        "We are not behind a proxy.", "Is it behind a proxy?", "Everything works except streaming.",
        "Everything should work.", "Everything works with boto3.",
    ])
    func `what is not told`(_ text: String) { #expect(kinds(text).isEmpty, "\(kinds(text))") }
}
