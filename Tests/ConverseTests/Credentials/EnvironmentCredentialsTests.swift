import Converse
import SigV4
import Testing

@Suite("Credentials from the environment")
struct EnvironmentCredentialsTests {
    @Test
    func credentialsComeFromThreeVariables() throws {
        let pair = ["AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "s"]
        #expect(
            try SigningCredentials(environment: pair)
                == SigningCredentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "s"))
        #expect(
            try SigningCredentials(environment: pair.merging(["AWS_SESSION_TOKEN": "t"]) { $1 })
                == SigningCredentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "s", sessionToken: "t"))
        #expect(
            try SigningCredentials(environment: pair.merging(["AWS_SESSION_TOKEN": " "]) { $1 }).sessionToken == nil)
        #expect(
            try SigningCredentials(environment: pair.merging(["AWS_SECRET_ACCESS_KEY": " s\n"]) { $1 })
                == SigningCredentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: " s\n"))
    }

    @Test(arguments: [
        (
            [:], CredentialsError.Kind.missing,
            "AWS_ACCESS_KEY_ID is not set and AWS_SECRET_ACCESS_KEY is not set: export both"
        ),
        (
            ["AWS_ACCESS_KEY_ID": " ", "AWS_SECRET_ACCESS_KEY": ""], .missing,
            "AWS_ACCESS_KEY_ID is blank and AWS_SECRET_ACCESS_KEY is blank: export both"
        ),
        (
            ["AWS_ACCESS_KEY_ID": "AKID"], .halfSet,
            "AWS_SECRET_ACCESS_KEY is not set, though the other half of the pair is: export both"
        ),
        (
            ["AWS_SECRET_ACCESS_KEY": "hush", "AWS_ACCESS_KEY_ID": "\t"], .halfSet,
            "AWS_ACCESS_KEY_ID is blank, though the other half of the pair is: export both"
        ),
    ])
    func credentialsThatAreMissingAreNamed(
        _ environment: [String: String], _ kind: CredentialsError.Kind, _ message: String
    ) {
        let error = #expect(throws: CredentialsError.self) { try SigningCredentials(environment: environment) }
        #expect(error?.kind == kind)
        #expect(error?.description == message)
    }
}
