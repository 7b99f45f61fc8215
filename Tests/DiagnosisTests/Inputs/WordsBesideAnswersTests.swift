import Codes
import Diagnosis
import Evidence
import Report
import Testing

/// The words that tell why a call failed may stand before, below or around what a client prints of the answer.
@Suite("Words beside answers") struct WordsBesideAnswersTests {
    private func first(_ text: String) throws -> Finding {
        let input = try ReadInput(Array(text.utf8), name: "standard input")
        return try #require(Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings.first)
    }

    @Test(
        arguments: [
            // A logger's line, and the exception that it is about.
            (
                """
                time="2026-01-11T20:40:53Z" level=error msg="Failed to retrieve registry credentials"
                InvalidSignatureException: Signature expired: 20260111T204052Z is now earlier than 20260111T225449Z (20260111T230949Z - 15 min.)
                """, FindingCode.clockSkewExpired
            ),
            // Rust prints an error's code and sentence before the answer, whose body is not kept.
            (
                """
                2026-08-11T07:41:02Z ERROR agent: call failed: ServiceError(ServiceError { source: Unhandled(Unhandled { source: \
                ErrorMetadata { code: Some("ExpiredTokenException"), message: Some("The security token included in the request is \
                expired"), extras: None } }), raw: Response { status: StatusCode(403), headers: Headers { headers: {} }, body: SdkBody \
                { inner: Once(None), retryable: false } } })
                """, .tokenExpired
            ),
            // A bundled SDK has lost its exceptions' names; the metadata below shows no more than a status.
            (
                """
                Error: 1 validation error detected: Value 'a:b' at 'toolConfig.tools.4.member.toolSpec.name' failed to satisfy \
                constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_-]+
                    at de_ValidationExceptionRes (/app/index.js:1203:21) {
                  '$metadata': { httpStatusCode: 400, requestId: '6f2e0a5d-7c1b-4a9a-8b56-2ad0a4b3c1f0', attempts: 1 }
                }
                """, .validationRequest
            ),
            // The line in which a server says what it was asked hides nothing that stands above it.
            (
                """
                14:12:07 - LiteLLM Router:INFO: router.py:657 - Exception No deployments available for selected model, Try again in 5 seconds.
                INFO:     10.2.0.7:51234 - "POST /v1/chat/completions HTTP/1.1" 429 Too Many Requests
                """, .answerNotFromService
            ),
            // A dump of headers is not the service's sentence about one.
            (
                """
                {'Authorization': 'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260406/us-east-1/sagemaker/aws4_request, \
                SignedHeaders=host;x-amz-date, Signature=0a12', 'x-amz-date': '20260406T104709Z'}

                The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and \
                signing method. Consult the service documentation for details.
                """, .signatureMismatch
            ),
            // n8n's own words stand before the service's.
            (
                """
                {"errorMessage": "Forbidden - perhaps check your credentials?",
                 "errorDescription": "You don't have access to the model with the specified model ID.",
                 "n8nDetails": {"nodeName": "AWS Bedrock Chat Model"}}
                """, .modelAccessNotGranted
            ),
        ])
    func `the words decide`(text: String, code: FindingCode) throws {
        let finding = try first(text)
        #expect(finding.code == code, "\(finding.code) \(finding.detail)")
    }

    @Test(
        arguments: [
            "\n403\n{\"message\":\"BODY\"}", "\n2026/10/13 10:15:01 response body: {\"message\":\"BODY\"}",
        ])
    func `a signer that prints the bare body of the answer was refused`(answer: String) throws {
        let signed = """
            canonical request:
            POST
            /model/amazon.nova-micro-v1%3A0/converse

            host:bedrock-runtime.us-east-1.amazonaws.com
            x-amz-date:20261012T083011Z

            host;x-amz-date
            44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a
            """
        let body = """
            The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and \
            signing method. Consult the service documentation for details.
            """
        let finding = try first(signed + answer.replacing("BODY", with: body))
        #expect(finding.code == .signatureMismatch)
        #expect(finding.remedies.first?.text.contains("%253A") == true)
    }

    @Test func `exceptions inside an exception of .NET are no part of its sentence`() throws {
        let finding = try first(
            """
            Unhandled exception. Amazon.BedrockRuntime.Model.ValidationException: The provided model identifier is invalid.
             ---> Amazon.Runtime.Internal.HttpErrorResponseException: Exception of type 'X' was thrown.
               at Amazon.Runtime.HttpWebRequestMessage.ProcessHttpResponseMessage(HttpResponseMessage responseMessage)
            """)
        #expect(finding.code == .modelIDInvalid)
        #expect(finding.rows.contains { $0.text == "The provided model identifier is invalid." })
    }

    @Test(arguments: ["undefined", "null", "None"])
    func `a name that was made without a region tells of the region`(word: String) throws {
        let finding = try first("Error: getaddrinfo ENOTFOUND bedrock-runtime.\(word).amazonaws.com")
        #expect(finding.code == .regionMissing)
    }

    @Test func `a lookup that shows no region speaks of the lookup`() throws {
        #expect(try first("API Error: getaddrinfo ENOTFOUND").code == .networkNameUnresolved)
    }
}
