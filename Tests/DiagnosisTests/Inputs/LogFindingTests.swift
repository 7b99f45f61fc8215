import Codes
import Evidence
import JSONText
import Report
import TestSupport
import Testing

@testable import Diagnosis

/// What is found in a log, whatever reader read it.
@Suite struct LogFindingTests {
    private static let log = LogSamples.botocore { "2026-11-24 20:26:44,389 - MainThread - \($0) - DEBUG - " }

    @Test func `the same failure of each attempt is one finding`() throws {
        let input = try ReadInput(Array(String(repeating: Self.log, count: 3).utf8), name: "log")
        let findings = Explanation(input, context: ExplainContext()).findings
        #expect(findings.filter { $0.code == .signatureMismatch }.count == 1)
        #expect(findings.first?.evidence["occurrences"]?.numberValue?.int64 == 3)
    }

    @Test func `a cut log gives what is there`() throws {
        let text = Array(Self.log.utf8)
        for length in stride(from: 40, to: text.count, by: 37) {
            let input = try ReadInput(Array(text[..<length]), name: "x")
            let findings = Explanation(input, context: ExplainContext()).findings
            #expect(!findings.isEmpty)
        }
    }

    @Test func `calls to the machine's metadata are no failures of Bedrock`() throws {
        let metadata = """
            2026-11-24 20:26:56,149 - MainThread - urllib3.connectionpool - DEBUG - http://169.254.169.254:80 "PUT /latest/api/token HTTP/1.1" 403 32

            """
        let text = metadata + Self.log
        let input = try ReadInput(Array(text.utf8), name: "x")
        #expect(input.exchanges.count == 2)
        let findings = Explanation(input, context: ExplainContext()).findings
        #expect(Set(findings.map { $0.evidence["call"] }).count == 1)
    }

    @Test func `the failure in a long output is found`() throws {
        var lines = (1...300).map { "step \($0) of the deployment is done" }
        lines.insert(
            "ERROR: An error occurred (AccessDeniedException) when calling the Converse operation: You don't have "
                + "access to the model with the specified model ID.", at: 250)
        let input = try ReadInput(Array(lines.joined(separator: "\n").utf8), name: "x")
        let findings = Explanation(input, context: ExplainContext()).findings
        #expect(findings.map(\.code) == [.modelAccessNotGranted])
        #expect(findings.first?.evidence["line"]?.numberValue?.int64 == 251)
    }
}
