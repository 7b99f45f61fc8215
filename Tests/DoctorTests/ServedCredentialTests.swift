import Foundation
import TestSupport
import Testing

/// Where the key pair of a server comes from, and what its client gets to see.
@Suite("Served credentials", .live, .timeLimit(.minutes(10)))
struct ServedCredentialTests {
    private static let secret = "notInAnyProcessList0123456789abcdefghij0"

    private func serve(
        _ credentials: String, _ environment: [String: String] = [:], command: [String]
    ) async throws -> DoctorProcess.Result {
        let folder = try TemporaryFolder()
        let file = folder.path + "/credentials"
        try Data(credentials.utf8).write(to: URL(filePath: file))
        return try await DoctorProcess.run(
            ["serve", "--credentials-file", file, "--"] + command,
            environment: ["PATH": "/usr/bin:/bin"].merging(environment) { $1 })
    }

    @Test(arguments: [
        "export AWS_ACCESS_KEY_ID=AKIDFROMFILE00000001\nexport AWS_SECRET_ACCESS_KEY=\(secret)\n",
        "# mine\nAWS_ACCESS_KEY_ID=AKIDFROMFILE00000001\r\nAWS_SECRET_ACCESS_KEY=\"\(secret)\"\r\nOTHER=1\r\n",
        "[default]\naws_access_key_id = AKIDFROMFILE00000001\naws_secret_access_key = \(secret)\nregion = eu-west-1",
    ])
    func thePairComesFromAFile(_ text: String) async throws {
        let result = try await serve(text, command: ["sh", "-c", "echo $AWS_ACCESS_KEY_ID $AWS_SECRET_ACCESS_KEY"])
        // A client that calls nothing has a status of its own.
        #expect([0, 2].contains(result.status), "\(result.errors)")
        #expect(result.output.hasSuffix("AKIDFROMFILE00000001 \(Self.secret)\n"))
        #expect(!result.errors.contains(Self.secret))
    }

    @Test(arguments: [
        ("", "there is no AWS_ACCESS_KEY_ID and no AWS_SECRET_ACCESS_KEY"),
        ("AWS_ACCESS_KEY_ID=AKIDFROMFILE00000001\n", "there is no AWS_SECRET_ACCESS_KEY"),
        (
            "[a]\naws_secret_access_key = \(secret)\n[b]\naws_secret_access_key = \(secret)2\n",
            ":4: aws_secret_access_key is set again"
        ),
    ])
    func aFileWithoutOnePairIsRefused(_ text: String, _ message: String) async throws {
        let result = try await serve(text, command: ["true"])
        #expect(result.status == 65)
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(!result.errors.contains(Self.secret))
    }

    @Test func nothingLeadsTheClientToOtherCredentials() async throws {
        let foreign = [
            "AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_BEARER_TOKEN_BEDROCK", "AWS_CONTAINER_CREDENTIALS_FULL_URI",
            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_AUTHORIZATION_TOKEN",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_ROLE_ARN",
            "AWS_ROLE_SESSION_NAME", "AWS_SESSION_TOKEN", "AWS_SECRET_ACCESS_KEY", "AWS_ACCESS_KEY_ID",
            "AWS_SHARED_CREDENTIALS_FILE", "AWS_CONFIG_FILE",
        ]
        let value = "of-the-surroundings-0123456789"
        let result = try await serve(
            "AWS_ACCESS_KEY_ID=AKIDFROMFILE00000001\nAWS_SECRET_ACCESS_KEY=\(Self.secret)\n",
            Dictionary(uniqueKeysWithValues: foreign.map { ($0, value) }), command: ["env"])
        // A client that calls nothing has a status of its own.
        #expect([0, 2].contains(result.status), "\(result.errors)")
        #expect(!result.output.contains(value), "\(result.output)")
        #expect(result.output.contains("AWS_SHARED_CREDENTIALS_FILE=/dev/null"))
    }
}
