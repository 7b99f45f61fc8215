/// The sentences of services and tools that the same work calls beside Bedrock: a cluster's API, a search collection, CDK's own setup.
///
/// Sources: <https://kubernetes.io/docs/reference/access-authn-authz/authentication/>,
/// <https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs#authentication>,
/// <https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-data-access.html>,
/// <https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping.html>.
extension AnswererSentence {
    static let cluster = """
        Give the step that talks to the cluster credentials of the cluster: Kubernetes' API refused it (401), before any call of a model. Its token is missing or has expired (a kubeconfig \
        or data source that was read earlier: take an exec block with aws eks get-token), or the identity has no access entry (aws-auth) in the cluster. Policies for bedrock: play no part in that.
        """

    static let clusterAddress = """
        Let the machine that runs this step reach the cluster's API, at the right address (host, kubeconfig): Kubernetes was not reached, and no model was called. A private endpoint of EKS is reached from its VPC alone. Where \
        localhost was asked, the provider had no configuration yet, as where the cluster is made in the same run: make the cluster first, then this.
        """

    static let collection = """
        Set the region of the provider that talks to the collection (aws_region, and sign_aws_requests with the service aoss), and put the principal that runs it into a data access policy of the collection (aoss:CreateIndex, \
        aoss:DescribeIndex and the like; it counts after about a minute): OpenSearch Serverless says this where the signature is for no or another region, and where no such policy names the caller. Policies for bedrock: play no part in it.
        """

    static let ofNeighbours: [AnswererSentence] = [
        AnswererSentence(.kubernetes, "the server has asked for the client to provide credentials", say: cluster),
        AnswererSentence(.kubernetes, "You must be logged in to the server", say: cluster),
        AnswererSentence(.kubernetes, "Kubernetes cluster unreachable", say: clusterAddress),
        AnswererSentence(.kubernetes, "configured Kubernetes cluster is unreachable", say: clusterAddress),
        AnswererSentence(
            .openSearch, "authorization_exception", "User does not have permissions for the requested resource",
            say: collection),
        AnswererSentence(
            .awsCDK, "Has the environment been bootstrapped?",
            say: """
                Run cdk bootstrap for the account and region of the stack (cdk bootstrap aws://ACCOUNT/REGION), with credentials that may: CDK's own setup is not there, and nothing of the stack, \
                Bedrock's parts among it, was begun.
                """),
    ]
}
