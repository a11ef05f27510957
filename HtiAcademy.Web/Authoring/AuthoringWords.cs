using System.Globalization;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Authoring;

/// <summary>What a file is, in words for those who know no files.</summary>
internal static class AuthoringWords
{
    extension(IStringLocalizer<Words> words)
    {
        public string TitleOf(AuthoredPlace place) => place.File.Kind == AuthoredKind.Facts
            ? words["Facts: {0}", CountryOf(place)]
            : $"{place.Module?.Title(new(Spoken, "")) ?? words["Welcome text"]} – {words.KindOf(place)}";

        /// <summary>Which course and module it is of, and who reads and writes it.</summary>
        public string WhatIs(AuthoredPlace place) => (place.File.Kind, place.File.Country) switch
        {
            (AuthoredKind.Facts, _) => words["What the texts of every course say of {0}: names of laws and offices, numbers, telephone numbers. Its trainers write it, and a lead trainer publishes it.", CountryOf(place)],
            (AuthoredKind.Overlay, _) => words["What officers in {0} who read {1} get in place of the course's sections, or beside them. Only they read it, and their trainers write it.", CountryOf(place), words.Language(place.Language!)],
            (AuthoredKind.Translation, _) => words["Every country's officers who read {0} get it in place of the course's text. Lead trainers write it.", words.Language(place.Language!)],
            (AuthoredKind.Questions, not null) => words["Only officers in {0} are asked these. A question of the same name takes the place of one of the course's; their trainers write them.", CountryOf(place)],
            (AuthoredKind.Questions, _) => words["Officers of every country are asked these, unless the country has its own. Lead trainers write them."],
            _ => words["Every country reads this, except where it has sections of its own. Lead trainers write it."],
        };

        private string KindOf(AuthoredPlace place) => (place.File.Kind, place.File.Country, place.File.Language) switch
        {
            (AuthoredKind.Questions, not null, _) => words["{0}'s own questions", CountryOf(place)],
            (AuthoredKind.Questions, _, not null) => words["questions, translated"],
            (AuthoredKind.Questions, _, _) => words["Questions"],
            (AuthoredKind.Overlay, _, _) => words["{0}'s own sections", CountryOf(place)],
            (AuthoredKind.Translation, _, _) => words["translation"],
            _ => words["base text"],
        };
    }

    private static string Spoken => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private static string CountryOf(AuthoredPlace place) => place.CountryName(place.File.Country!, Spoken);
}
