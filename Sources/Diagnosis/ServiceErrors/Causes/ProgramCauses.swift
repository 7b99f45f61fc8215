import Codes
import Evidence
import Report

/// What runs beside a model and failed by itself, or is not there: functions, containers, agents, knowledge bases, buckets.
///
/// Sources: <https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-invocation.html>,
/// <https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-troubleshooting.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_InvokeAgent.html>.
extension ErrorCause {
    static let program = list {
        ErrorCause(
            .programFailed, .settings,
            rules: [
                // AWS Lambda.
                .peculiar("runtime exited error"),
                .peculiar("runtime exiterror"),
                .peculiar("runtime outofmemory"),
                .peculiar("runtime importmoduleerror|handlernotfound|usercodesyntaxerror|marshalerror"),
                .peculiar("process exited before completing request"),
                // A container image that the place does not run, or does not take.
                .peculiar("exec format error"),
                .peculiar("image manifest config layer media type"),
                // Bedrock AgentCore.
                .peculiar("runtime initialization time exceeded"),
                .peculiar("error occurred when starting runtime"),
                .peculiar("received error from runtime check cloudwatch logs"),
                // Bedrock's agents, of the function of an action group.
                .peculiar("error processing lambda response"),
                .peculiar(
                    "lambda function encountered|failed|error", "agent|action|dependency|dependencyfailedexception"),
                // Kubernetes and Node, of the same.
                .peculiar("oomkilled"),
                // Node's names for faults of the file system, with the call that failed.
                .fitting(
                    "eperm|ebusy|erofs|enospc|enotempty operation|resource|read|no|directory",
                    "unlink|mkdir|rename|rmdir|scandir|copyfile"),
                .peculiar("javascript heap out memory"),
                // Containers that put a program's objects together: Spring, CDI and Quarkus, Micronaut, Guice, Nest, .NET, Angular.
                .peculiar("required bean type|named could not be found"),
                .peculiar("no qualifying bean type"),
                .peculiar("no unique bean definition exception"),
                .fitting("unsatisfied dependency|dependencies for type"),
                .fitting("error creating bean name"),
                .peculiar("no bean type exists"),
                .peculiar("no implementation for was bound"),
                .peculiar("nest cant resolve dependencies"),
                .peculiar("unable resolve service type while attempting activate"),
                .peculiar("no service for type has been registered"),
                .peculiar("nullinjectorerror no provider for"),
            ]
        ) { call in
            call.failedProgram
        }
        ErrorCause(
            .resourceNotFound, .request,
            types: [
                TypeHint(.noSuchBucket, 100), TypeHint(.noSuchKey, 100), TypeHint(.noSuchEntity, 95),
                TypeHint(.noSuchUpload, 100),
            ],
            rules: [
                .peculiar("failed retrieve resource because doesnt exist"),
                .peculiar("specified bucket doesnt|not exist"),
                .peculiar("specified key doesnt|not exist"),
                .peculiar("function not found xarn", none: ["model|xmodel"]),
            ]
        ) { call in
            call.missingResource
        }
    }
}

extension FailedCall {
    /// What to do about a function or a container that ended.
    fileprivate var failedProgram: Remedy {
        if let image { return image.remedy }
        let isAgentCore = scene.service?.value.hasPrefix("bedrock-agentcore") ?? false
        let modules = absentModules
        if !modules.isEmpty, isAgentCore || words.has("agentcore") || words.has("runtime initialization|starting") {
            return Remedy(
                """
                Package \(Enumeration.words(modules)) with the agent's code: its log says that it does not find \(modules.count == 1 ? "it" : "them"), so it ends before it listens, and more time changes nothing. A module of your own belongs into the archive or image, \
                in the folder from which the entry point imports it; one from PyPI into its requirements, built for the runtime's version and processor (arm64). Then deploy anew; the model was not asked.
                """
            ).about(.shown)
        }
        if isAgentCore || words.has("agentcore") || words.has("runtime initialization|starting") {
            return Remedy(
                """
                Read the runtime's log in CloudWatch (/aws/bedrock-agentcore/runtimes/...): the agent's own code in AgentCore failed or did not start, and the log has the cause; \
                the model was not asked. Most often it is an import that fails, a server that does not listen on \
                port 8080 (POST /invocations, GET /ping), or a role that may not pull the image, write logs or call the model.
                """)
        }
        if let container = InjectionRemedies.remedy(self) { return container }
        if let own = OwnExceptionRemedies.remedy(self) { return own }
        if words.has("lambda response|function") {
            return Remedy(
                """
                The agent called the Lambda function of an action group, and its answer is not what an agent takes, or it failed: see the function's \
                own log, and return {"messageVersion": "1.0", "response": {"actionGroup", "function" or "apiPath", "httpMethod", ...}} with a body of \
                less than 25 KB; the function's resource policy must let bedrock.amazonaws.com invoke it.
                """)
        }
        if words.has("runtime importmoduleerror|handlernotfound|usercodesyntaxerror") {
            return Remedy(
                """
                AWS Lambda could not load the function: the package lacks a module (install it into the package or a layer, for the runtime's version and \
                processor), the handler's name does not fit the file (FILE.FUNCTION), or the code does not parse. It ends before any call of a model.
                """)
        }
        if words.has("heap out memory") {
            return Remedy(
                "Node ran out of memory: raise NODE_OPTIONS=--max-old-space-size=MEGABYTES, or hold less of the answers and files at once."
            )
        }
        return Remedy(
            """
            What ran the program ended it: signal: killed and OutOfMemory mean that its memory was used up (in AWS Lambda compare Max Memory \
            Used with Memory Size in the REPORT line). Give the program more memory (Lambda: 1024 MB or more, which brings more processor, too) and \
            a time limit above the longest answer; an import or a handler that fails stands in its log above that line.
            """)
    }

    /// The modules that imports did not find, as a log prints them.
    private var absentModules: [String] {
        let around = shown.prefix(32_768)
        // What a person tells of an import may be over: a log's own line names the error.
        let past: Set<Substring> = [
            "i", "we", "had", "first", "fixed", "solved", "resolved", "earlier", "before", "previously", "was",
        ]
        let lines = around.split(whereSeparator: \.isNewline).filter { line in
            line.contains("Error") && !line.lowercased().split { !$0.isLetter }.contains(where: past.contains)
        }
        var names: [String] = []
        for (around, mark) in lines.flatMap({ line in
            ["No module named '", "No module named \"", "Cannot find module '"].map { (line, $0) }
        }) {
            for found in around.ranges(of: mark) {
                let name = String(
                    around[found.upperBound...].prefix(80).prefix { $0 != "'" && $0 != "\"" && !$0.isNewline })
                let shown = PrintableText.escaped(name, limit: 80)
                if !name.isEmpty, !names.contains(shown) { names.append(shown) }
            }
        }
        return Array(names.prefix(6))
    }

    /// Memory beside time, where a log has a process that was killed behind one that ran out of time.
    var killedBehindTimeout: [Remedy] {
        [
            Remedy(
                """
                AWS Lambda ended the function twice: at its time limit, and then for want of memory (signal: killed). Give it more memory \
                (1024 MB or more) and a limit of a minute or more; keep the client's read timeout times its attempts below that limit.
                """)
        ]
    }
}
