import Testing

@testable import doctor

/// Targets files: what is read, and what is said of those that are wrong.
@Suite struct AccountTargetsTests {
    private func read(_ text: String) throws(InputProblem) -> AccountTargets {
        try AccountTargets(parsing: Array(text.utf8), file: "targets.jsonl")
    }

    @Test func `every member is read, and empty lines are passed over`() throws {
        let targets = try read(
            """
            \u{FEFF}{"name": "payments", "roleArn": "arn:aws:iam::111122223333:role/ci/Probe", "externalId": "x-1", \
            "sessionName": "night", "durationSeconds": 900, "regions": ["us-east-1"], "models": ["a.b", "c.*"]}\r

            {"name": "own", "accessKeyIdVariable": "OWN_ID", "secretAccessKeyVariable": "OWN_SECRET", \
            "sessionTokenVariable": "OWN_TOKEN"}
            {"name": "plain"}
            """)
        #expect(targets.list.map(\.name) == ["payments", "own", "plain"])
        #expect(
            targets["payments"]?.role
                == .init(
                    arn: "arn:aws:iam::111122223333:role/ci/Probe", externalID: "x-1", sessionName: "night",
                    seconds: 900))
        #expect(targets["payments"]?.regions == ["us-east-1"])
        #expect(targets["payments"]?.models == ["a.b", "c.*"])
        #expect(
            targets["own"]?.variables
                == .init(accessKeyID: "OWN_ID", secretAccessKey: "OWN_SECRET", sessionToken: "OWN_TOKEN"))
        #expect(targets["plain"] == AccountTarget(name: "plain"))
    }

    @Test(arguments: [
        ("", "targets.jsonl: ", "found none"), ("\n \n", "targets.jsonl: ", "an account on each line"),
        ("{\n\"name\": \"a\"}", "targets.jsonl:1:2: ", "one line"), (#"["a"]"#, "targets.jsonl:1:1: $: ", "an object"),
        (#"{"roleArn": "arn:aws:iam::111122223333:role/x"}"#, "targets.jsonl:1:1: $: ", #"a member "name""#),
        ("{\"name\": \"a\"}\n{\"name\": \"a\"}", "targets.jsonl:2: $.name", "the name of line 1"),
        (#"{"name": "a", "name": "b"}"#, "targets.jsonl:1:", "name"),
        (#"{"name": "a", "roleArm": "x"}"#, "targets.jsonl:1:15: $.roleArm: ", #"did you mean "roleArn"?"#),
        (#"{"name": ""}"#, "targets.jsonl:1:10: $.name: ", "an empty one"),
        (#"{"name": 7}"#, "targets.jsonl:1:10: $.name: ", "a string"),
        (#"{"name": "a", "roleArn": "arn:aws:iam::1111:role/x"}"#, "targets.jsonl:1:26: $.roleArn: ", "a role's ARN"),
        (
            #"{"name": "a", "roleArn": "arn:aws:iam::111122223333:user/x"}"#, "targets.jsonl:1:26: $.roleArn: ",
            "a role's ARN"
        ),
        (#"{"name": "a", "externalId": "xy"}"#, "targets.jsonl:1:15: $.externalId: ", "without roleArn"),
        (
            #"{"name": "a", "roleArn": "arn:aws:iam::111122223333:role/x", "durationSeconds": 60}"#,
            "targets.jsonl:1:81: $.durationSeconds: ", "from 900 to 43200"
        ),
        (#"{"name": "a", "regions": []}"#, "targets.jsonl:1:26: $.regions: ", "at least one"),
        (#"{"name": "a", "regions": ["us-esat-1"]}"#, "targets.jsonl:1:27: $.regions[0]: ", "did you mean us-east-1"),
        (#"{"name": "a", "regions": "us-east-1"}"#, "targets.jsonl:1:26: $.regions: ", "an array"),
        (#"{"name": "a", "models": ["m", "m"]}"#, "targets.jsonl:1:31: $.models[1]: ", "again"),
        (#"{"name": "a", "accessKeyIdVariable": "ID"}"#, "targets.jsonl:1:1: $: ", "secretAccessKeyVariable"),
        (
            #"{"name": "a", "accessKeyIdVariable": "A-B", "secretAccessKeyVariable": "S"}"#, "targets.jsonl:1:38: ",
            "environment variable"
        ),
    ])
    func `what is wrong is said with its line, its place and what was expected`(
        text: String, start: String, part: String
    ) throws {
        let problem = try #require(#expect(throws: InputProblem.self) { try read(text) })
        #expect(problem.description.hasPrefix(start), "\(problem)")
        #expect(problem.description.contains(part), "\(problem)")
    }

    @Test(arguments: [
        (#"{"name": "a", "secretAccessKey": "SECRET"}"#, "secretAccessKeyVariable"),
        (#"{"name": "a", "sessionToken": "SECRET"}"#, "sessionTokenVariable"),
        (#"{"name": "a", "accessKeyIdVariable": "ID", "secretAccessKeyVariable": "SECRET"}"#, "environment variable"),
        (
            #"{"name": "a", "accessKeyIdVariable": "AKIAQ2WERTYUIOPASDFG", "secretAccessKeyVariable": "S"}"#,
            "environment variable"
        ),
    ])
    func `a key in place of a variable's name is refused and not repeated`(text: String, part: String) throws {
        let secret = "wJalrXUtnFEMIK7MDENGbPxRfiCYzzzzzzzzzKEY"
        let problem = try #require(
            #expect(throws: InputProblem.self) { try read(text.replacing("SECRET", with: secret)) })
        #expect(problem.description.contains(part), "\(problem)")
        #expect(!problem.description.contains(secret) && !problem.description.contains("AKIAQ2"), "\(problem)")
    }

    @Test func `the terms of a plan say everything that decides whom it asks`() throws {
        let lines = [
            #"{"name": "a"}"#, #"{"name": "b"}"#,
            #"{"name": "a", "roleArn": "arn:aws:iam::111122223333:role/x"}"#,
            #"{"name": "a", "roleArn": "arn:aws:iam::111122223333:role/x", "externalId": "xy"}"#,
            #"{"name": "a", "accessKeyIdVariable": "I", "secretAccessKeyVariable": "S"}"#,
        ]
        let terms = try lines.map { try read($0).list.flatMap(\.terms) }
        #expect(Set(terms).count == lines.count)
    }
}
