import Codes
import JSONText
import Report
import Testing

@testable import Diagnosis
@testable import Evidence

/// Texts that are no error, or the beginning of a log: nothing in them is called certain.
@Suite struct UnrelatedTextTests {
    private func findings(_ text: String) throws -> [Finding] {
        Explanation(try ReadInput(Array(text.utf8), name: "x"), context: ExplainContext()).findings
    }

    private static let documents = [
        "Hello messages toolUse, and the text field is blank.",
        "The cache of the proxy server holds the services of the network; its model is not the one you support.",
        (0..<30).map { "user\($0):x:\($0):\($0):proxy server,,,:/var/spool/\($0):/usr/sbin/nologin" }
            .joined(separator: "\n"),
        (0..<60).map { "service\($0) \(1000 + $0)/tcp # cache not supported, over SSL, Throttling" }
            .joined(separator: "\n"),
        (0..<60).map { "A message \($0) must hold content blocks; an empty or missing one is an error of the turn." }
            .joined(separator: "\n"),
        (0..<80).map { "service\($0) \(400 + $0)/tcp # cache point not supported, http error" }
            .joined(separator: "\n"),
    ]

    @Test(arguments: documents)
    func `a text without the form of an error has no sure cause`(text: String) throws {
        for finding in try findings(text) {
            #expect(finding.code == .unknownError || finding.confidence == .possible, "\(finding.code)")
        }
    }

    @Test(
        arguments: [
            ("ValidationException: messages: text content blocks must be non-empty", .validationMessages),
            ("messages.0.content.0: the text field is blank. Add text to it, and try again.", .validationMessages),
            ("The security token included in the request is expired", .tokenExpired),
            ("Error 403: The security token included in the request is expired", .tokenExpired),
        ] as [(String, FindingCode)])
    func `an error's sentence keeps its cause`(text: String, code: FindingCode) throws {
        let found = try findings(text)
        #expect(found.map(\.code) == [code])
        #expect(found.first?.confidence != .possible)
    }

    private static let record = "2026-11-24 20:26:44,389 - MainThread - botocore.hooks - DEBUG - "

    @Test func `a debug log that ends before the call shows no answer`() throws {
        let lines = [
            "Event before-parameter-build.bedrock-runtime.Converse: calling handler <function validate at 0x7f>",
            "Calling endpoint provider with parameters: {'messages': 'system prompt not supported'}",
            "Looking for credentials via: env", "CLI version: aws-cli/1.45 Python/3.11", "Loading variable profile",
        ]
        for count in 3...lines.count {
            let text = lines.prefix(count).map { Self.record + $0 }.joined(separator: "\n")
            let found = try findings(text)
            #expect(found.map(\.code) == [.answerNotShown])
            #expect(found.first?.evidence["kind"]?.stringValue == InputKind.botocoreLog.rawValue)
        }
    }

    @Test func `an exception in a log without a call is told once, with its own words`() throws {
        let frames = "Traceback (most recent call last):\n  File \"x.py\", line 1, in f\n    raise NoRegionError()\n"
        let text =
            (0..<60).map { Self.record + "Event \($0): calling handler" }.joined(separator: "\n") + "\n"
            + Self.record + "Exception caught in main()\n" + frames
            + "botocore.exceptions.NoRegionError: You must specify a region.\n" + Self.record
            + "Exiting with rc 253\n\nYou must specify a region. You can also configure your region.\n"
        let found = try findings(text)
        #expect(found.map(\.code) == [.regionMissing])
        #expect(found.first?.evidence["message"]?.stringValue?.hasPrefix("You must specify a region") == true)
    }
}
