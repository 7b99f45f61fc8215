import Codes
import JSONText
import Report
import Testing

@testable import Diagnosis
@testable import Evidence

/// A log of many failures is told by causes, not by calls.
@Suite struct FailureGroupTests {
    private func findings(_ lines: [String]) throws -> [Finding] {
        let input = try ReadInput(Array(lines.joined(separator: "\n").utf8), name: "app.log")
        return Explanation(input, context: ExplainContext()).findings
    }

    @Test func `calls that differ in session, time and id are one failure with a count`() throws {
        let lines = (0..<60).map { index in
            "2026-11-24 20:00:\(index + 100),000 ERROR app: An error occurred (AccessDeniedException) when calling the "
                + "Converse operation: User: arn:aws:sts::123456789012:assumed-role/app/i-0\(index * 7919) is not "
                + "authorized to perform: bedrock:InvokeModel on resource: "
                + "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0 because no identity-based policy "
                + "allows the bedrock:InvokeModel action"
        }
        let found = try findings(lines)
        #expect(found.map(\.code) == [.iamDenied])
        #expect(found.first?.evidence["occurrences"]?.numberValue?.int64 == 60)
        #expect(found.first?.evidence["firstLine"]?.numberValue?.int64 == 1)
    }

    @Test func `what is refused on another model, or with other words, stands by itself`() throws {
        let models = (0..<50).map { index in
            "ERROR An error occurred (ValidationException) when calling the Converse operation: Invocation of model ID "
                + "anthropic.claude-sonnet-4-\(index % 2) with on-demand throughput isn't supported."
        }
        #expect(try findings(models).count == 2)
        let unknown = (0..<50).map {
            "ERROR BrokenPartError: part \($0) of the \($0 % 2 == 0 ? "left" : "right") is off"
        }
        let found = try findings(unknown)
        #expect((1...2).contains(found.count) && found.allSatisfy { $0.code == .unknownError })
    }
}
