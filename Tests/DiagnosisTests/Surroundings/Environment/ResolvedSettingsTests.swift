import Converse
import ConverseAPI
import Diagnosis
import Report
import SigV4
import Testing

@Suite("The settings that follow from an environment")
struct ResolvedSettingsTests {
    private func settings(_ variables: [String: String], _ overrides: SettingOverrides = SettingOverrides())
        -> ResolvedSettings
    {
        EnvironmentFacts(variables: variables, overrides: overrides, now: EnvironmentCase.now).diagnosis.settings
    }

    @Test("credentials are taken as they are, flawed or not")
    func credentials() {
        let quoted = "\"\(EnvironmentCase.secret)\""
        let settings = settings(EnvironmentCase.with(["AWS_SECRET_ACCESS_KEY": quoted]))
        #expect(
            settings.credentials
                == SigningCredentials(accessKeyID: EnvironmentCase.accessKeyID, secretAccessKey: quoted))
        #expect(settings.credentialsOrigin == "environment")
    }

    @Test("what no header can carry is no credential", arguments: ["AWS_ACCESS_KEY_ID", "AWS_SESSION_TOKEN"])
    func headerInjection(name: String) {
        let variables = EnvironmentCase.session.adding([name: "abc\r\nX-Evil: 1"])
        #expect(settings(variables).credentials == nil)
    }

    @Test("credentials agree with Converse's own reading", arguments: EnvironmentTableTests.credentials)
    func agreement(environment: EnvironmentCase) {
        let mine = settings(environment.variables).credentials
        let theirs = try? SigningCredentials(environment: environment.variables)
        if mine != nil || theirs == nil {
            #expect(mine == theirs)
        } else {
            let id = environment.variables["AWS_ACCESS_KEY_ID"] ?? ""
            #expect(id == EnvironmentCase.secret || id.contains("\n"))
        }
    }

    @Test("flags win, with their own origin")
    func overrides() throws {
        let supplied = SigningCredentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "s")
        let overrides = SettingOverrides(
            credentials: SettingOverrides.Credentials(supplied, origin: "the mock's demonstration pair"),
            region: Setting("eu-west-1", origin: "--region"),
            endpoint: Setting("http://127.0.0.1:4711", origin: "--endpoint-url"))
        let facts = EnvironmentFacts(variables: [:], overrides: overrides, now: EnvironmentCase.now)
        #expect(!facts.diagnosis.findings.contains { $0.status == .fail || $0.status == .warn })
        let settings = facts.diagnosis.settings
        #expect(settings.credentials == supplied)
        #expect(settings.region == Setting("eu-west-1", origin: "--region"))
        let endpoint = try #require(settings.endpoint)
        #expect(endpoint.endpoint.description == "http://127.0.0.1:4711")
        #expect(endpoint.origin == .argument)
    }

    @Test("an override that is no URL sends nothing elsewhere")
    func malformedEndpoint() {
        #expect(settings(EnvironmentCase.with(["AWS_ENDPOINT_URL": "nonsense"])).endpoint == nil)
    }

    @Test("a region with a line end is cleaned, so that the rest can be looked at")
    func cleanedRegion() {
        let settings = settings(EnvironmentCase.with(["AWS_REGION": "eu-west-1\r\n"]))
        #expect(settings.region == Setting("eu-west-1", origin: "AWS_REGION"))
        #expect(settings.endpoint?.endpoint.host == "bedrock-runtime.eu-west-1.amazonaws.com")
    }
}
