import Catalog
import Codes
import Evidence
import Report
import WireText

/// Messages that say themselves what to do, or of what there is too much: the advice repeats no general rule beside them.
///
/// Sources: <https://docs.aws.amazon.com/bedrock/latest/userguide/knowledge-base-setup.html> (Aurora),
/// <https://docs.aws.amazon.com/general/latest/gr/bedrock.html> (quotas),
/// <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_StartAsyncInvoke.html>,
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html> (partitions).
extension Advice {
    static let spoken: [Advice] = [
        Advice("must indexed sql command") { call in call.shownStatement },
        Advice("rate limit exceeded from iam", for: .throttled, .quotaExceeded) { call in call.linkedRole },
        Advice("number exceeds quota limit", for: .quotaExceeded) { call in call.countedThing },
        Advice(for: .validationRequest) { call in call.asynchronousModel },
        Advice("partition aws not valid", for: .validationRequest) { call in call.otherPartition },
        Advice(for: .answerNotFromService) { call in call.remoteModel },
    ]
}

extension FailedCall {
    /// Whether IAM limited the making of a role that a service needs for itself.
    var isOfLinkedRole: Bool {
        words.has("service linked role") && words.has("rate limit exceeded from iam")
    }

    /// The statement that the message spells out.
    fileprivate var shownStatement: Remedy? {
        // Terminals break the sentence at any place.
        let said = text.prefix(32_768).split(whereSeparator: { $0.isWhitespace || $0 == "\u{2502}" || $0 == "|" })
            .joined(separator: " ")
        guard let mark = said.firstRange(of: "CREATE INDEX") else { return nil }
        let statement = String(said[mark.lowerBound...].prefix(400).prefix { $0 != ";" })
        return Remedy(
            """
            Run the statement of the message in the database of the storage configuration: \(statement); with its table for <table_name> and the column of textField for \
            <text_field> (fieldMapping). Then make the knowledge base again; names, role and access are not the cause.
            """)
    }

    fileprivate var linkedRole: Remedy? {
        guard isOfLinkedRole else { return nil }
        return Remedy(
            """
            Deploy again after a minute, and remove first what the failed deployment left: IAM limited the making of the service-linked role that the service needs once in an account (the first \
            deployment makes it, and several resources at once ask for it together). Or make the role beforehand (aws iam create-service-linked-role --aws-service-name with the service's principal), and let the resources depend on \
            each other. No quota of Bedrock's is used up, and no higher one helps.
            """)
    }

    /// `Number of examples in topic policy exceeds quota limit`: what is counted, in words of the message.
    fileprivate var countedThing: Remedy? {
        let lower = text.lowercased()
        guard let start = lower.firstRange(of: "number of "),
            let end = lower[start.upperBound...].prefix(120).firstRange(of: " exceeds quota")
        else { return nil }
        let thing = lower[start.upperBound..<end.lowerBound].split(whereSeparator: \.isWhitespace).joined(
            separator: " ")
        let most =
            thing.contains("example") && thing.contains("topic") ? " (a denied topic holds at most 5 examples)" : ""
        return Remedy(
            """
            Take some out: the request has more \(PrintableText.escaped(thing, limit: 80)) than the quota allows\(most). Merge or drop the least useful, or spread them over several; ask for more only where Service Quotas \
            shows the quota as adjustable. Waiting and retrying do not help.
            """)
    }

    /// A model that writes text, where the operation takes those that write videos or vectors of them.
    fileprivate var asynchronousModel: Remedy? {
        let operation = scene.operation?.value ?? answer.operation ?? read.operation
        guard operation == "StartAsyncInvoke", let id = details.modelID.flatMap({ ModelReference($0).id }),
            catalog.entry(for: ModelPrefix.split(id).bare)?.writesText ?? false
        else { return nil }
        return Remedy(
            """
            Call \(PrintableText.escaped(id, limit: 80)) by Converse or InvokeModel: StartAsyncInvoke takes only the few models that write to S3 (videos such as Amazon Nova Reel, embeddings of media), and answers others with no more \
            than that the request is not valid. For many prompts at once make a batch job (CreateModelInvocationJob).
            """)
    }

    fileprivate var otherPartition: Remedy? {
        Remedy(
            """
            Write the partition of the account into the ARN: arn:aws-us-gov: in GovCloud (US), arn:aws-cn: in China, in place of arn:aws:. Take it from the deployment (CDK: Stack.of(this).partition, \
            CloudFormation: ${AWS::Partition}, Terraform: data.aws_partition) and write none by hand; a library that has it fixed must be updated. IAM refuses the policy, and no model was called.
            """)
    }

    /// What to do about a model that another service called, by what that service shows of it.
    fileprivate var remoteModel: Remedy? {
        switch RemoteModel(read, surroundings: answer.surroundings) {
        case .silent?:
            Remedy(
                """
                Send less at a time: smaller bulks, fewer of them in parallel, or more instances behind the endpoint. The answer is one of the remote model's service (a SageMaker endpoint or what the connector calls), without a \
                message of its own; where single documents get through, it is the number of calls at once, and not the documents. Retry the failed ones after a pause.
                """)
        case .container(isRefusal: true)?:
            Remedy(
                """
                Send what the model's own server takes: SageMaker handed the request to the model's container, which refused it, and the sentence is that container's; no rule of Bedrock's is meant. Compare body and Content-Type \
                with what its inference code reads. Behind a connector of OpenSearch the body is made by request_body and the pre_process_function. The container's log stands in CloudWatch, /aws/sagemaker/Endpoints/NAME.
                """)
        case .container(isRefusal: false)?:
            Remedy(
                """
                See the endpoint's log in CloudWatch (/aws/sagemaker/Endpoints/NAME) for what its container failed at: SageMaker reached it, and it ended the request with an error of its own (too little memory, a model that is still loading, \
                more time than the endpoint allows). No service of Bedrock's was asked.
                """)
        case .connected?:
            Remedy(
                """
                Send what the model in SageMaker takes: OpenSearch handed the text on by its connector, and the sentence is that model's; no rule of Bedrock's is meant. Compare the connector's request_body and its pre_process_function with the \
                body that the endpoint reads when it is called alone (InvokeEndpoint), and leave out documents without a text.
                """)
        case nil: nil
        }
    }
}
