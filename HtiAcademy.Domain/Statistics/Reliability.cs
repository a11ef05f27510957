using System.Runtime.InteropServices;

namespace HtiAcademy.Domain.Statistics;

/// <summary>
/// Cronbach's alpha from the mean variance and the mean covariance of questions, each taken over the officers who were asked
/// both of a pair. Where all were asked the same it is the classical formula; where questions are drawn it estimates what
/// one draw would have.
/// </summary>
internal static class Reliability
{
    // A pair asked of one officer alone says nothing: at least half of what is summed must be more than that.
    private const double LeastOverlap = 0.5;

    internal static double? Alpha(IReadOnlyCollection<Sitting> sittings)
    {
        if (sittings.Count < Sample.LeastForCorrelation) return null;

        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var pairs = new Dictionary<(int, int), PairSums>();
        var questions = sittings.Average(sitting => AddPairs(sitting, numbers, pairs));
        var asked = pairs.Values.Sum(pair => pair.Count);
        var freedom = asked - pairs.Count;
        if (asked == 0 || freedom < LeastOverlap * asked) return null;

        var variance = pairs.Values.Sum(pair => pair.Variation) / freedom;
        var covariance = pairs.Values.Sum(pair => pair.Covariation) / freedom;
        var total = variance + ((questions - 1) * covariance);
        return total < 1e-12 ? null : questions * covariance / total;
    }

    private static int AddPairs(Sitting sitting, Dictionary<string, int> numbers, Dictionary<(int, int), PairSums> pairs)
    {
        var marks = sitting.Answers
            .Where(answer => answer.Fraction is not null)
            .Select(answer => (Question: Number(answer.Question, numbers), Mark: (double)answer.Fraction!.Value))
            .OrderBy(answer => answer.Question)
            .ToList();
        for (var i = 0; i < marks.Count; i++)
        {
            for (var j = i + 1; j < marks.Count; j++)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(pairs, (marks[i].Question, marks[j].Question), out _).Add(marks[i].Mark, marks[j].Mark);
            }
        }

        return marks.Count;
    }

    // A hash is long, and looked up once for each question rather than once for each pair.
    private static int Number(AskedQuestion question, Dictionary<string, int> numbers)
    {
        numbers.TryAdd(question.Hash, numbers.Count);
        return numbers[question.Hash];
    }

    private record struct PairSums
    {
        private double _x;
        private double _y;
        private double _squares;
        private double _products;

        internal int Count { get; private set; }

        /// <summary>The mean of both questions' sums of squares around their means. Never below <see cref="Covariation"/>, so alpha stays at most 1.</summary>
        internal readonly double Variation => (_squares - (((_x * _x) + (_y * _y)) / Count)) / 2;

        internal readonly double Covariation => _products - (_x * _y / Count);

        internal void Add(double x, double y)
        {
            Count++;
            _x += x;
            _y += y;
            _squares += (x * x) + (y * y);
            _products += x * y;
        }
    }
}
