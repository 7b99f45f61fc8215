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
        Text(
            text: """
                We have two jobs in this account.

                The first one stops like this:

                ```
                Error: Too many tokens, please wait before trying again.
                ```

                The nightly one ends in another way, and I do not see why:

                ```
                Traceback (most recent call last):
                  File "job.py", line 4, in <module>
                    run()
                botocore.exceptions.ClientError: An error occurred (ExpiredTokenException) when calling the Converse operation: The security token included in the request is expired
                ```
                """,
            codes: [.throttled, .tokenExpired]),
    ]

    @Test(arguments: several) func `each kind is a failure`(text: Text) throws {
        #expect(Set(try Self.codes(text.text)).isSuperset(of: text.codes))
    }

    @Test(arguments: [
        // A chain of exceptions is one failure.
        """
        It stops with this:

        ```
        RuntimeError: Too many tokens, please wait before trying again.
        ```

        and the log says below it:

        ```
        Caused by: ExpiredTokenException: The security token included in the request is expired
        ```
        """,
        // Nobody speaks between the two.
        """
        It stops with this:

        ```
        Error: The job was stopped, since it cannot call the model any more.
        ```
        ```
        ExpiredTokenException: The security token included in the request is expired
        ```
        """,
    ])
    func `fences that hold one failure are one`(text: String) throws { #expect(try Self.codes(text).count == 1) }

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
