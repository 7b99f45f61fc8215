/// Which of Bedrock's services an operation belongs to, however a client writes it: `create-agent-runtime`, `invoke_model`,
/// `ListGuardrails`.
///
/// The runtimes' operations are few and are listed; those of the control planes are told by the thing that they are about,
/// so that a new operation on a known thing finds its home, too. Source: the service models of the six services.
enum OperationHome {
    /// The endpoint of the service that has an operation; `nil` where none of Bedrock's is known to.
    static func service(of operation: some StringProtocol) -> String? {
        let name = operation.lowercased().filter { $0.isLetter || $0.isNumber }
        if let runtime = runtimes.first(where: { $0.operations.contains(name) }) { return runtime.service }
        guard let verb = verbs.first(where: { name.hasPrefix($0) }) else { return nil }
        let thing = name.dropFirst(verb.count)
        // The longest name decides: an agent runtime is no agent, and a prompt router no prompt.
        let found = things.flatMap { entry in entry.things.filter { thing.hasPrefix($0) }.map { ($0, entry.service) } }
        return found.max { $0.0.utf8.count < $1.0.utf8.count }?.1
    }

    private static let runtimes: [(service: String, operations: Set<String>)] = [
        (
            "bedrock-runtime",
            [
                "applyguardrail", "converse", "conversestream", "counttokens", "getasyncinvoke", "invokemodel",
                "invokemodelwithbidirectionalstream", "invokemodelwithresponsestream", "listasyncinvokes",
                "startasyncinvoke",
            ]
        ),
        (
            "bedrock-agent-runtime",
            [
                "createinvocation", "deleteagentmemory", "endsession", "generatequery", "getagentmemory", "invokeagent",
                "invokeflow", "invokeinlineagent", "optimizeprompt", "putinvocationstep", "rerank", "retrieve",
                "retrieveandgenerate", "retrieveandgeneratestream", "startflowexecution", "stopflowexecution",
                "getflowexecution", "listflowexecutions",
            ]
        ),
        (
            "bedrock-agentcore",
            [
                "invokeagentruntime", "invokeagentruntimecommand", "invokebrowser", "invokecodeinterpreter",
                "invokeharness", "startbrowsersession", "stopbrowsersession", "startcodeinterpretersession",
                "stopcodeinterpretersession", "getworkloadaccesstoken", "getresourceapikey", "getresourceoauth2token",
                "retrievememoryrecords", "listmemoryrecords", "createevent", "listevents", "stopruntimesession",
            ]
        ),
    ]

    private static let verbs = [
        "associate", "disassociate", "create", "delete", "deregister", "register", "get", "list", "prepare", "put",
        "start", "stop", "update", "validate", "ingest", "synchronize",
    ]

    private static let things: [(service: String, things: [String])] = [
        (
            "bedrock-agentcore-control",
            [
                "agentruntime", "apikeycredentialprovider", "oauth2credentialprovider", "browser", "codeinterpreter",
                "gateway", "memory", "memories", "policyengine", "workloadidentit", "tokenvault", "evaluator",
                "harness",
                "onlineevaluationconfig",
            ]
        ),
        (
            "bedrock-agent",
            ["agent", "knowledgebase", "flow", "datasource", "ingestionjob", "prompt"]
        ),
        (
            "bedrock",
            [
                "automatedreasoning", "custommodel", "evaluationjob", "foundationmodel", "guardrail", "importedmodel",
                "inferenceprofile", "marketplacemodel", "modelcopyjob", "modelcustomizationjob", "modelimportjob",
                "modelinvocation", "promptrouter", "provisionedmodel", "usecaseformodelaccess",
            ]
        ),
    ]
}
