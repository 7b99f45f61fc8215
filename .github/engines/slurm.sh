#!/bin/bash
# A job array of four; --parsable prints the array's number, on which the join waits:
#
#   array=$(sbatch --parsable slurm.sh)
#   sbatch --dependency=afterok:$array --wrap 'doctor merge reports/*.json --output html=models.html'
#SBATCH --job-name=bedrock-access
#SBATCH --array=1-4
#SBATCH --ntasks=1
#SBATCH --time=00:30:00
#SBATCH --output=bedrock-access-%a.log
mkdir -p reports
doctor models --targets targets.jsonl --models amazon.nova-micro-v1:0 --shard auto \
    --format json --output "reports/$SLURM_ARRAY_TASK_ID.json" || [ $? -le 2 ]
