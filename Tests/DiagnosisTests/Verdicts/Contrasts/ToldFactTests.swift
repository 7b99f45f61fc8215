import Codes
import Diagnosis
import Evidence
import Report
import Testing

/// What a report tells of the failure takes the place of what holds by default.
@Suite struct ToldFactTests {
    private func first(_ text: String) throws -> Finding {
        let input = try ReadInput(Array(text.utf8), name: "issue.txt")
        return try #require(Explanation(input, context: ExplainContext()).findings.first)
    }

    private static let expired =
        "An error occurred (ExpiredTokenException) when calling the Converse operation: The security token included in the request is expired"

    @Test(arguments: [
        "I renewed the credentials in the file, and it keeps failing until I restart the app.",
        "New credentials do not help: I have to quit the editor and open it anew.",
    ])
    func `credentials that help only a new start are kept by the program`(told: String) throws {
        let finding = try first(told + "\n\n" + Self.expired)
        #expect(finding.code == .tokenExpired)
        let remedy = try #require(finding.remedies.first)
        #expect(remedy.text.contains("Restart it") && remedy.command == nil, "\(remedy.text)")
    }

    @Test func `an expired token without such words is to be renewed`() throws {
        #expect(try first(Self.expired).remedies.first?.text.contains("Get new credentials") == true)
    }
}
