import Codes
import Diagnosis
import JSONText
import Report
import SigV4
import Testing
import WireText

/// What the environment check says of a Bedrock API key, and which scheme follows.
struct BearerTokenTests {
    private static let longTerm =
        "ABSK" + Base64.text(Array("BedrockAPIKey-1-at-123456789012:c2VjcmV0LXNlY3JldC1zZWNyZXQ=".utf8))

    private static func shortTerm(_ region: String = "us-east-1", age: Int64 = 0, token: String? = nil) -> String {
        let made = try? ShortTermAPIKey.text(
            signedBy: SigningCredentials(
                accessKeyID: EnvironmentCase.accessKeyID, secretAccessKey: EnvironmentCase.secret, sessionToken: token),
            region: region, at: SigningTime(unixSeconds: EnvironmentCase.now - age))
        return made ?? ""
    }

    private func diagnosis(
        _ key: String?, _ auth: AuthChoice = .auto, pair: [String: String] = [:], _ more: [String: String] = [:]
    ) -> EnvironmentDiagnosis {
        var variables = EnvironmentCase.region.adding(pair).adding(more)
        variables["AWS_BEARER_TOKEN_BEDROCK"] = key
        var facts = EnvironmentCase.facts(variables)
        facts.overrides.auth = auth
        return facts.diagnosis
    }

    private func finding(_ diagnosis: EnvironmentDiagnosis) -> Finding? {
        diagnosis.findings.first { $0.check == .credentials }
    }

    @Test(
        arguments: [
            (.auto, true, true, false), (.auto, false, true, true), (.sigv4, true, true, false),
            (.sigv4, false, true, false), (.bearer, true, true, true), (.bearer, false, true, true),
            (.bearer, true, false, false), (.auto, true, false, false),
        ] as [(AuthChoice, Bool, Bool, Bool)])
    func `The scheme follows from --auth and from what there is`(
        auth: AuthChoice, hasPair: Bool, hasKey: Bool, isBearer: Bool
    ) {
        let diagnosis = diagnosis(
            hasKey ? Self.longTerm : nil, auth, pair: hasPair ? EnvironmentCase.pair : [:])
        #expect((diagnosis.settings.apiKey != nil) == isBearer)
        // A pair that was not asked for is another identity: nobody can sign with it by accident.
        #expect((diagnosis.settings.credentials != nil) == (hasPair && auth != .bearer))
        let fails = diagnosis.findings.contains { $0.check == .credentials && $0.status == .fail }
        #expect(fails == (!isBearer && (auth == .bearer || !hasPair)))
    }

    @Test(arguments: [nil, "", " "] as [String?])
    func `Without the key that was asked for there is nothing to call with`(key: String?) throws {
        let diagnosis = diagnosis(key, .bearer, pair: EnvironmentCase.pair)
        #expect(diagnosis.settings.apiKey == nil && diagnosis.settings.credentials == nil)
        let found = try #require(diagnosis.findings.first { $0.check == .credentials && $0.status == .fail })
        #expect(found.code == (key == nil ? .credentialsMissing : .credentialsBlank))
        #expect(found.remedies.count == 2)
        #expect(diagnosis.findings.allSatisfy { $0.code != .credentialsFound })
    }

    @Test func `A key that is used tells what it is, and who else would use it`() throws {
        let found = try #require(finding(diagnosis(Self.shortTerm())))
        #expect(found.code == .credentialsBearerTokenFound)
        #expect(found.status == .pass)
        #expect(found.detail.contains("for us-east-1, good until 2026-11-22T22:00:00Z"))
        #expect(found.facts["region"] == "us-east-1")
        #expect(found.facts["expires"] == "2026-11-22T22:00:00Z")
        #expect(found.facts["thisRun"] == "bearer")
        #expect(found.facts["awsSDKs"] == "bearer")
        #expect(found.facts["PRX"] == "sigv4")
        let long = try #require(finding(diagnosis(Self.longTerm)))
        #expect(long.detail.contains("account 123456789012"))
        let temporary = try #require(finding(diagnosis(Self.shortTerm(token: EnvironmentCase.token))))
        #expect(temporary.detail.contains("it ends with the session that signed it"))
    }

    @Test(
        arguments: [
            (longTerm + " ", .credentialsBearerTokenMalformed, false),
            ("\"\(longTerm)\"", .credentialsQuoted, false), ("'Bearer \(longTerm)'", .credentialsQuoted, false),
            ("Bearer \(longTerm)", .credentialsBearerTokenMalformed, false),
            ("sk-ant-api03-abcdefghijklmnop", .credentialsBearerTokenMalformed, true),
            (String(shortTerm().prefix(200)), .credentialsBearerTokenMalformed, true),
            (shortTerm(age: 50_000), .credentialsBearerTokenExpired, true),
            (shortTerm("eu-west-1"), .credentialsBearerTokenRegion, true),
        ] as [(String, FindingCode, Bool)])
    func `What is wrong with it is said, of a key that is used and of one that is not`(
        key: String, code: FindingCode, isSent: Bool
    ) throws {
        let used = diagnosis(key)
        let found = try #require(finding(used))
        #expect(found.code == code)
        #expect(found.status == .fail)
        #expect(!found.remedies.isEmpty)
        #expect((used.settings.apiKey != nil) == isSent)
        let unused = try #require(
            diagnosis(key, pair: EnvironmentCase.pair).findings.first { $0.code == .credentialsBearerTokenIgnored })
        #expect(unused.status == .warn)
        for finding in [found, unused] {
            let shown = finding.title + finding.detail + "\(finding.facts)" + finding.remedies.map(\.text).joined()
            #expect(!shown.contains(key.dropLast(4).suffix(12)))
        }
    }

    @Test(arguments: [("bearer \(longTerm)", "the word Bearer"), ("`\(longTerm)`", "quotes")])
    func `What stands around a key is named`(key: String, words: String) throws {
        let found = try #require(finding(diagnosis(key)))
        #expect(found.title.contains(words))
        #expect(found.remedies.first?.text.contains("without") == true)
    }

    @Test func `It is not sent in clear, but to this machine`() throws {
        let far = diagnosis(Self.longTerm, [:], ["AWS_ENDPOINT_URL": "http://gateway.example.com"])
        #expect(finding(far)?.code == .credentialsBearerTokenPlaintext)
        #expect(far.settings.apiKey == nil)
        let near = diagnosis(Self.longTerm, [:], ["AWS_ENDPOINT_URL": "http://127.0.0.1:8080"])
        #expect(near.settings.apiKey != nil)
        let trap = diagnosis(Self.longTerm, [:], ["AWS_ENDPOINT_URL": "http://127.example.com"])
        #expect(trap.settings.apiKey == nil)
    }

    @Test func `A gateway may have keys of its own`() throws {
        let found = diagnosis("sk-gateway-0123456789", [:], ["AWS_ENDPOINT_URL": "https://gateway.example.com"])
        #expect(finding(found)?.status == .warn)
        #expect(found.settings.apiKey != nil)
    }

    private func diagnosis(
        _ key: String, _ pair: [String: String], _ more: [String: String]
    ) -> EnvironmentDiagnosis {
        diagnosis(key, .auto, pair: pair, more)
    }

    @Test func `Half a pair is only a warning where the key is used`() {
        let found = diagnosis(Self.longTerm, pair: ["AWS_ACCESS_KEY_ID": EnvironmentCase.accessKeyID])
        #expect(found.settings.apiKey != nil)
        #expect(found.findings.first { $0.code == .credentialsPartial }?.status == .warn)
        #expect(!found.findings.contains { $0.status == .fail })
    }
}
