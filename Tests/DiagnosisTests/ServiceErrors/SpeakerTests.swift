import Codes
import Testing

@testable import Diagnosis
@testable import Evidence

/// Words that several trades use: who speaks decides what they mean.
@Suite struct SpeakerTests {
    private static func codes(_ text: String) -> [FindingCode] {
        ErrorDiagnosis(ServiceAnswer(content: .message(text))).candidates.map(\.cause)
    }

    @Test(arguments: [
        "An error occurred (ValidationException) when calling the InvokeModel operation: Operation not allowed",
        #"{"code": "invalid_param", "message": "ValidationException: Operation not allowed", "status": 400}"#,
        "AccessDeniedException: This operation is not permitted.",
    ])
    func `an operation that AWS does not allow`(_ text: String) {
        #expect(Self.codes(text).contains(.accountNotAllowed), "\(Self.codes(text))\n\(Rivals(text))")
    }

    @Test func `the body of a refusal needs no type`() {
        let body = Array(#"{"message":"Operation not allowed"}"#.utf8)
        #expect(ErrorDiagnosis(ServiceAnswer(status: 400, content: .body(body))).code == .accountNotAllowed)
        #expect(ErrorDiagnosis(ServiceAnswer(status: 500, content: .body(body))).code != .accountNotAllowed)
    }

    @Test(arguments: [
        "PermissionError: [Errno 1] Operation not permitted: '/root/.aws/credentials'",
        "Error: EPERM: operation not permitted, unlink 'C:\\Users\\x\\.cache\\y'",
        "chown: changing ownership of '/data': Operation not permitted",
        "mount: /mnt: operation not permitted.", "sudo: unable to send audit message: Operation not permitted",
        "ptrace: Operation not permitted.", "DOMException: The operation is not allowed.",
        "kill: (4242) - Operation not permitted", "socket: Operation not permitted (os error 1)",
        "MongoServerError: operation not permitted on this cluster tier",
    ])
    func `an operation that somebody else does not allow`(_ text: String) {
        #expect(!Self.codes(text).contains(.accountNotAllowed), "\(Self.codes(text))\n\(Rivals(text))")
    }

    @Test(arguments: [
        "Error: request failed: Failed to resolve 'proxy.corp.local' on attempt 2",
        "error: failed to resolve host: bedrock-runtime.us-east-1.amazonaws.com", "DNS resolve failed for the endpoint",
        "could not resolve host",
    ])
    func `a host without an address`(_ text: String) {
        #expect(Self.codes(text).contains(.networkNameUnresolved), "\(Self.codes(text))")
    }

    @Test(arguments: [
        "ERROR: failed to solve: node:18: failed to resolve source metadata for docker.io/library/node:18: pulling failed with status code 403 Forbidden",
        "[plugin:vite:import-analysis] Failed to resolve import \"@aws-sdk/client-bedrock-runtime\" from \"src/a.ts\"",
        "Could not resolve host configuration for the profile",
        "Failed to resolve: com.amazonaws:aws-android-sdk-core:2.77.0",
        "> Could not resolve all files for configuration ':app:debugRuntimeClasspath'.",
    ])
    func `no host`(_ text: String) {
        #expect(!Self.codes(text).contains(.networkNameUnresolved), "\(Self.codes(text))\n\(Rivals(text))")
    }
}
