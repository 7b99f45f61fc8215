import JSONText
import MockBedrock
import SigV4
import Testing
import WireText

struct AccountLoaderTests {
    private func load(_ text: String) throws(AccountError) -> SimulatedAccount {
        try SimulatedAccount(parsing: Array(text.utf8), file: "account.json")
    }

    @Test func `a file with every member is read`() throws {
        let account = try load(
            """
            { "schema": "bedrock-account/1",
              "account": "210987654321", "principal": "arn:aws:sts::210987654321:assumed-role/dev/me",
              "clockOffsetSeconds": -90, "quotas": {"requestsPerMinute": 3, "tokensPerDay": 1000},
              "regions": ["us-east-1", "eu-west-1"],
              "bearer": [
                {"key": "ABSKYTpi"}, {"key": "ABSKYTpj", "regions": ["eu-west-1"], "expires": "20261201T000000Z"}],
              "models": [
                { "id": "a.b-v1:0", "name": "B", "provider": "A", "contextTokens": 1000, "maxOutputTokens": 100,
                  "features": ["system", "count-tokens"],
                  "lifecycle": {"start": "2024-02-29", "legacy": "2026-01-01", "endOfLife": "2027-01-01"},
                  "regions": {
                    "us-east-1": {"route": "profile-only", "access": "throttled", "limit": "tokens", "times": 2},
                    "eu-west-1": {"access": "denied", "policy": "service-control-policy", "policyArn": "arn:x"} } },
                { "id": "a.c", "name": "C", "provider": "A", "contextTokens": 1, "maxOutputTokens": 1,
                  "regions": {"us-east-1": {"access": "gated", "gate": "payment"}} }
              ],
              "profiles": [
                { "id": "us.a.b-v1:0", "model": "a.b-v1:0", "sources": ["us-east-1"],
                  "destinations": ["us-east-1", "us-east-2"] },
                { "id": "abcdefghij12", "name": "mine", "type": "APPLICATION", "model": "a.c",
                  "sources": ["us-east-1"], "destinations": ["us-east-1"], "access": "legacy-locked" }
              ] }
            """)
        #expect(account.accountID == "210987654321")
        #expect(account.principalARN == "arn:aws:sts::210987654321:assumed-role/dev/me")
        #expect(account.clockOffsetSeconds == -90)
        #expect(account.quotas == SimulatedAccount.Quotas(requestsPerMinute: 3, tokensPerDay: 1000))
        #expect(
            account.bearerKeys == [
                MockBearerKey(BedrockAPIKey("ABSKYTpi")),
                MockBearerKey(
                    BedrockAPIKey("ABSKYTpj"), regions: ["eu-west-1"],
                    expiration: SigningTime(unixSeconds: 1_796_083_200)),
            ])
        let first = try #require(account.models.first)
        #expect(first.features == [.system, .countTokens])
        #expect(first.lifecycle.start?.description == "2024-02-29")
        #expect(
            first.regions == [
                "us-east-1": ModelState(
                    route: .profileOnly, access: .throttled(Throttling(limit: .tokens, times: 2))),
                "eu-west-1": ModelState(
                    access: .denied(PolicyDenial(policy: .serviceControlPolicy, policyARN: "arn:x"))),
            ])
        #expect(account.models[1].features == Set(SimulatedModel.Feature.allCases))
        #expect(account.models[1].regions["us-east-1"]?.access == .gated(.payment))
        #expect(account.profiles.map(\.kind) == [.systemDefined, .application])
        #expect(account.profiles.map(\.access) == [nil, .legacyLocked])
    }

    @Test(arguments: [
        // What is wrong, where, and a part of what is said about it.
        ("", "account.json:1:1: ", "found the end of the text"),
        (#"{"schema": "bedrock-account/1", "#, "account.json:1:", ""),
        (
            #"{"schema": "bedrock-account/2", "regions": [], "models": []}"#, "account.json:1:12: $.schema: ",
            "account/1"
        ),
        (#"{"schema": "bedrock-account/1", "regions": []}"#, "account.json:1:1: $: ", "\"models\""),
        (
            #"{"schema": "bedrock-account/1", "regions": [], "modles": []}"#, "account.json:1:48: $.modles: ",
            "did you mean \"models\""
        ),
        (
            #"{"schema": "bedrock-account/1", "account": "12", "regions": [], "models": []}"#,
            "account.json:1:44: $.account: ", "twelve digits"
        ),
        (
            #"{"schema": "bedrock-account/1", "regions": ["a", "a"], "models": []}"#,
            "account.json:1:50: $.regions[1]: ", "again"
        ),
    ])
    func `what is wrong with a file is said with its place`(text: String, start: String, part: String) throws {
        let error = try #require(#expect(throws: AccountError.self) { try load(text) })
        #expect(error.description.hasPrefix(start), "\(error)")
        #expect(error.description.contains(part), "\(error)")
    }

    @Test func `a text that is no API key is refused and not shown`() {
        let text =
            #"{"schema": "bedrock-account/1", "regions": [], "models": [], "bearer": [{"key": "sk-abcdefghij"}]}"#
        let error = #expect(throws: AccountError.self) { try load(text) }
        #expect(error?.description.contains("$.bearer[0].key: expected a key that begins with ABSK") == true)
        #expect(error?.description.contains("sk-abc") == false)
    }

    @Test(arguments: [
        (#""regions": {"mars": {}}"#, "$.models[0].regions.mars", "a region of this account (us-east-1)"),
        (#""regions": {"us-east-1": {"access": "maybe"}}"#, #"$.models[0].regions["us-east-1"].access"#, "\"granted\""),
        (#""regions": {"us-east-1": {"access": "gated"}}"#, #"$.models[0].regions["us-east-1"]"#, "\"gate\""),
        (
            #""regions": {"us-east-1": {"gate": "payment"}}"#, #"$.models[0].regions["us-east-1"].gate"#,
            "access granted"
        ),
        (#""regions": {"us-east-1": {"access": "throttled", "times": -1}}"#, "times", "from 0"),
        (#""regions": {}, "lifecycle": {"endOfLife": "2026-02-30"}"#, "$.models[0].lifecycle.endOfLife", "a day"),
        (#""regions": {}, "features": ["flying"]"#, "$.models[0].features[0]", "\"system\""),
        (#""regions": {}, "regions": {}"#, "account.json:3", "regions"),
    ])
    func `what is wrong with a model is said with its place`(members: String, place: String, part: String) throws {
        let text = """
            {"schema": "bedrock-account/1", "regions": ["us-east-1"], "models": [
            {"id": "a.b", "name": "B", "provider": "A", "contextTokens": 1, "maxOutputTokens": 1,
            \(members)}]}
            """
        let error = try #require(#expect(throws: AccountError.self) { try load(text) })
        #expect(error.description.contains(place), "\(error)")
        #expect(error.description.contains(part), "\(error)")
        #expect(error.line == 3 || error.path?.description == #"$.models[0].regions["us-east-1"]"#, "\(error)")
    }

    @Test(arguments: [
        (#"{"name": ""}"#, "$.roles[0].name", "a role's name"),
        (#"{"name": "a", "trsut": {}}"#, "$.roles[0].trsut", "trust"),
        (#"{"name": "a", "times": 2}"#, "$.roles[0].times", "a refusal"),
        (#"{"name": "a", "refusal": "lost"}"#, "$.roles[0].refusal", "region-disabled"),
        (#"{"name": "a", "longestSessionSeconds": 60}"#, "$.roles[0].longestSessionSeconds", "from 3600"),
        (#"{"name": "a", "trust": {"principals": [1]}}"#, "$.roles[0].trust.principals[0]", "a string"),
        (#"{"name": "a"}, {"name": "a"}"#, "$.roles[1]", "again"),
    ])
    func `what is wrong with a role is said with its place`(role: String, place: String, part: String) throws {
        let text = #"{"schema": "bedrock-account/1", "regions": [], "models": [], "roles": [\#(role)]}"#
        let error = try #require(#expect(throws: AccountError.self) { try load(text) })
        #expect(error.path?.description == place)
        #expect(error.description.contains(part), "\(error)")
    }

    @Test func `a profile leads to a model of the account`() throws {
        let text = """
            {"schema": "bedrock-account/1", "regions": ["us-east-1"], "models": [],
             "profiles": [{"id": "us.a", "model": "a", "sources": ["us-east-1"], "destinations": []}]}
            """
        let error = try #require(#expect(throws: AccountError.self) { try load(text) })
        #expect(error.path?.description == "$.profiles[0].model")
    }
}
