import Codes
import Diagnosis
import Evidence
import Report
import Testing

/// What the endpoints of a machine or a pod that hand out credentials say by their status.
@Suite struct EndpointStatusTests {
    @Test(
        arguments: [
            (
                "Using EKS Pod Identity\n\"provider\":\"EcsContainer\",\"error\":\"an error occurred while loading credentials: Non-success status from HTTP credential provider: StatusCode(400)\"",
                "association exists"
            ),
            (
                "error from EKS Pod Identity: Received non 200 response 404 from http://169.254.170.23/v1/credentials: [e1]: (ResourceNotFoundException) No EKS Pod Identity association found for the service account in namespace prod",
                "list-pod-identity-associations"
            ),
            (
                "failed to load credentials from http://169.254.170.23/v1/credentials: status code: 403, body: access denied",
                "sts:TagSession"
            ),
            (
                "botocore.exceptions.CredentialRetrievalError: Error when retrieving credentials from container-role: Error retrieving metadata: Received non 200 response 429 from container metadata: You have reached maximum request limit.",
                "asked too often"
            ),
        ])
    func `the status says what the endpoint refused`(text: String, words: String) throws {
        let finding = try firstFinding(text)
        #expect(finding.code == .credentialsMissing || finding.code == .iamDenied)
        #expect(remedyText(finding).contains(words), "\(remedyText(finding))")
        #expect(!remedyText(finding).contains("update the SDK to a version that knows"), "\(remedyText(finding))")
    }
}
