import Evidence
import Report
import Testing

@testable import Diagnosis

/// The lists of what a scene can name.
@Suite struct SceneMemberTests {
    private static func lost<Member: SceneMember>(_: Member.Type) -> [String] {
        Member.all.filter { member in
            !member.sights.contains { sight in
                guard case .words(let words) = sight else { return false }
                return Member.first(in: IndexedText(words))?.name == member.name
            }
        }
        .map(\.name)
    }

    @Test func `each member is shown by its own words, and hidden by no other before it`() {
        #expect(Self.lost(ClientProgram.self) == [])
        #expect(Self.lost(ClientLibrary.self) == [])
        #expect(Self.lost(RuntimePlace.self) == [])
    }

    @Test func `each name stands for one member, and leads back to it`() {
        func names<Member: SceneMember>(_: Member.Type) -> [String] { Member.all.map(\.name) }
        for list in [names(ClientProgram.self), names(ClientLibrary.self), names(RuntimePlace.self)] {
            #expect(Set(list).count == list.count)
        }
        var scene = Scene()
        scene.client = Scene.Fact(ClientProgram.liteLLM.name, evidence: "litellm")
        #expect(scene.program == .liteLLM)
        scene.client = Scene.Fact("Lite LLM", evidence: "litellm")
        #expect(scene.program == nil)
    }

    @Test func `a gateway stands between client and service, and a service does not`() {
        let between = (AnswererMarks.headers + AnswererMarks.words).map(\.answerer).filter { $0.position == .between }
        #expect(Set(between).isSuperset(of: [.liteLLM, .squid, .apiGateway, .nginx]))
        #expect(Set(between).isDisjoint(with: [.s3, .identityCenter, .anthropic]))
        #expect(Answerer.named("Bedrock's runtime") == nil)
    }
}
