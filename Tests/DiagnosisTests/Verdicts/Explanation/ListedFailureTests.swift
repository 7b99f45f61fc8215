import Codes
import Report
import Testing

@testable import Diagnosis
@testable import Evidence

/// Texts that tell several failures one by one: each complete sentence of another kind is a failure of its own.
@Suite struct ListedFailureTests {
    private static func codes(_ text: String) throws -> [FindingCode] {
        Explanation(try ReadInput(Array(text.utf8), name: "x"), context: ExplainContext()).findings.map(\.code)
    }

    struct Text: Sendable, CustomTestStringConvertible {
        let text: String
        let codes: Set<FindingCode>

        var testDescription: String { String(text.prefix(60)) }
    }

    static let several: [Text] = [
        Text(
            text: """
                {"model":"one","error":"ValidationException: Input is too long for requested model."}
                {"model":"two","error":"ThrottlingException: Too many requests, please wait before trying again."}
                """,
            codes: [.validationContextLength, .throttled]),
        Text(
            text: """
                What I see for each model:
                - one: `ThrottlingException: Too many tokens, please wait before trying again.`
                - two: `An error occurred (ValidationException) when calling the Converse operation: Input is too long for requested model.`
                - three works
                """,
            codes: [.validationContextLength, .throttled]),
        Text(
            text: """
                It stops with one of the following:

                ```
                ThrottlingException: Too many requests, please wait before trying again.
                ```

                or

                ```
                The security token included in the request is expired
                ```
                """,
            codes: [.throttled, .tokenExpired]),
    ]

    @Test(arguments: several) func `each kind is a failure`(text: Text) throws {
        #expect(Set(try Self.codes(text.text)).isSuperset(of: text.codes))
    }

    @Test func `a failure told before a log is read as well`() throws {
        let codes = try Self.codes(
            """
            It ends with this:

            >Error: ValidationException: The toolConfig field must be defined when using toolUse and toolResult content blocks.

            HTTP/1.1 400 Bad Request
            x-amzn-errortype: ValidationException
            content-type: application/json

            {"message":"The model returned the following errors: Input is too long for requested model."}
            """)
        #expect(codes.contains(.validationMessages))
        #expect(codes.contains(.validationContextLength))
    }

    @Test func `the same failure in two items is one`() throws {
        let codes = try Self.codes(
            """
            - ThrottlingException: Too many requests, please wait before trying again.
            - ThrottlingException: Too many requests, please wait before trying again.
            """)
        #expect(Set(codes) == [.throttled])
    }
}
